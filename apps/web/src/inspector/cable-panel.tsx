import { frameStories, hasFrames, LET_THE_REST_PASS } from '@lockstep/lab';
import { useBench, usePlayer } from '../player/bench.ts';
import { REST_KEY } from '../player/cable-keys.ts';
import { frameAtCursor, heldFrames, rulesKnobOf } from '../player/held-frames.ts';
import { isRunning, openPrediction } from '../player/player-state.ts';
import { cableWords } from '../words/cable-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { FrameDecisions } from './frame-decisions.tsx';
import { HeldFrames } from './held-frames.tsx';
import { RecordedFrame } from './recorded-frame.tsx';

/** Frames in the learner's hands: those that are held, or the one at the cursor and what became of it. */
export function CablePanel() {
  const { trace, isOn, isAtEnd, isAsked, hasRules, frame } = usePlayer((state) => ({
    trace: state.trace,
    length: state.length,
    isOn: isRunning(state),
    isAtEnd: isRunning(state) && state.pinned,
    isAsked: openPrediction(state) !== undefined,
    hasRules: rulesKnobOf(state) !== undefined,
    frame: frameAtCursor(state),
  }));
  if (!trace || !hasFrames(trace) || isAsked) return undefined;
  const isByHand = trace.header.mode === 'stepped';
  const story =
    hasRules && !isAtEnd && frame !== undefined ? frameStories(trace).find((one) => one.frame === frame) : undefined;
  if (!isByHand && !story) return undefined;
  return (
    <section className="panel-box cable" aria-labelledby="cable-title">
      <div className="cable-head">
        <CableTitle isRecorded={story !== undefined} />
        {isOn && !story ? <LetTheRestPass isAtEnd={isAtEnd} /> : undefined}
      </div>
      {story ? <RecordedFrame story={story} /> : <InHand isOn={isOn} isAtEnd={isAtEnd} />}
      {isByHand ? <FrameDecisions trace={trace} /> : undefined}
    </section>
  );
}

function CableTitle({ isRecorded }: { readonly isRecorded: boolean }) {
  const words = useWords(cableWords);
  return (
    <div className="cap" id="cable-title">
      {isRecorded ? words.recorded : words.title}
    </div>
  );
}

interface InHandProps {
  readonly isOn: boolean;
  readonly isAtEnd: boolean;
}

/** What waits for the hand now. */
function InHand({ isOn, isAtEnd }: InHandProps) {
  const words = useWords(cableWords);
  const { trace, isMine } = usePlayer((state) => ({
    trace: state.trace,
    length: state.length,
    isMine: isRunning(state) && state.token !== undefined,
  }));
  if (!trace) return undefined;
  if (!isOn) return <p className="aside">{words.over}</p>;
  const held = heldFrames(trace);
  const isOff = !isMine || !isAtEnd;
  return (
    <>
      {held.length > 0 ? <HeldFrames held={held} isOff={isOff} /> : <p className="aside">{words.none}</p>}
      <StandingCalls isOff={isOff} />
      {isMine && !isAtEnd ? <p className="aside">{words.past}</p> : undefined}
    </>
  );
}

function LetTheRestPass({ isAtEnd }: { readonly isAtEnd: boolean }) {
  const words = useWords(cableWords);
  const { session } = useBench();
  const { choices, isMine } = usePlayer((state) => ({
    choices: state.status?.choices,
    isMine: state.token !== undefined,
  }));
  const canLetPass = isMine && isAtEnd && (choices ?? []).some(({ thread }) => thread === LET_THE_REST_PASS);
  return (
    <button
      type="button"
      className="btn sm rest"
      aria-disabled={!canLetPass}
      aria-keyshortcuts={REST_KEY}
      onClick={() => {
        if (canLetPass) void session.step(LET_THE_REST_PASS);
      }}
    >
      {words.letRestPass}
      <kbd className="key" aria-hidden="true">
        {REST_KEY}
      </kbd>
    </button>
  );
}

/** Programs that stand before a system call, where the run holds calls. */
function StandingCalls({ isOff }: { readonly isOff: boolean }) {
  const words = useWords(cableWords);
  const say = useSay();
  const { session } = useBench();
  const { lab, trace, choices } = usePlayer((state) => ({
    lab: state.lab,
    trace: state.trace,
    choices: state.status?.choices,
  }));
  const calls = (choices ?? []).filter(({ thread, frame }) => frame === undefined && thread < LET_THE_REST_PASS);
  if (calls.length === 0) return undefined;
  return (
    <>
      <div className="cap">{words.calls}</div>
      <div className="gate-keys">
        {calls.map(({ thread, actor, operation }) => (
          <button
            key={thread}
            type="button"
            className={`gate-key ls-c${trace?.header.actors.find(({ id }) => id === actor)?.colour ?? 0}`}
            aria-keyshortcuts={`Shift+${thread}`}
            disabled={isOff}
            onClick={() => void session.step(thread)}
          >
            <kbd className="key" aria-hidden="true">
              ⇧{thread}
            </kbd>
            <span>
              <b>{say(lab.actorName(actor))}</b>
              <small className="m">{operation}</small>
            </span>
          </button>
        ))}
      </div>
    </>
  );
}

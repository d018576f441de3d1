import { hasFrames } from '@lockstep/lab';
import { scheduleAt, type Trace } from '@lockstep/trace';
import { useBench, usePlayer } from '../player/bench.ts';
import { endCode } from '../player/end-code.ts';
import { rulesKnobOf } from '../player/held-frames.ts';
import { last } from '../player/moves.ts';
import { isRunning, openPrediction, type PlayerState } from '../player/player-state.ts';
import { transportWords } from '../words/transport-words.ts';
import { useWords } from '../words/use-words.ts';

type Words = (typeof transportWords)['en'];

/** LIVE, how far behind, or REPLAY; and the way back to the end. */
export function RunState() {
  const words = useWords(transportWords);
  const { player, session } = useBench();
  const { name, hint } = usePlayer((state) => sayState(state, words));
  const { isOn, isAtEnd, isBehind, canFork } = usePlayer((state) => ({
    isOn: isRunning(state),
    isAtEnd: state.pinned && openPrediction(state) === undefined,
    isBehind: state.trace !== undefined && state.cursor < state.length && openPrediction(state) === undefined,
    canFork: canForkAt(state),
  }));
  return (
    <div className="run-state">
      <div className="state">
        {isOn && isAtEnd ? <i aria-hidden="true" /> : undefined}
        {name}
      </div>
      <div className="state-hint">{hint}</div>
      <div className="state-acts">
        {canFork ? (
          <button type="button" className="btn sm" onClick={() => void session.fork()}>
            {words.fork}
          </button>
        ) : undefined}
        {isBehind ? (
          <button type="button" className="btn sm" aria-keyshortcuts="End" onClick={() => player.move(last)}>
            {isOn ? words.goLive : words.toEnd}
            <kbd className="key" aria-hidden="true">
              end
            </kbd>
          </button>
        ) : undefined}
      </div>
    </div>
  );
}

/** Where threads can be scheduled or frames held, any step with choices before or after it is a fork. */
function canForkAt(state: PlayerState): boolean {
  const { lab, trace, cursor, length, pinned } = state;
  if (!trace || pinned || !lab.modes.includes('stepped') || openPrediction(state)) return false;
  if (trace.header.mode !== 'stepped' && trace.header.mode !== 'free') return false;
  if (cursor === 0 || length === 0) return false;
  return hasFrames(trace) ? rulesKnobOf(state) !== undefined : hasChoiceBefore(trace, cursor);
}

/** Long runs have their first choice early: more is looked at only as long as there was none. */
function hasChoiceBefore(trace: Trace, cursor: number): boolean {
  for (let end = 64; ; end *= 4) {
    if (scheduleAt(trace, Math.min(end, cursor)).length > 0) return true;
    if (end >= cursor) return false;
  }
}

function sayState(state: PlayerState, words: Words): { name: string; hint: string } {
  const { trace, status, waiting, line, pinned, cursor, length } = state;
  if (status?.state === 'queued' && status.place !== undefined)
    return { name: words.state.queued, hint: words.place(status.place) };
  if (waiting === 'run' || (line === 'connecting' && !trace)) return { name: words.state.connecting, hint: '' };
  if (!trace) return { name: words.state.none, hint: words.nothing };
  if (openPrediction(state)) return { name: words.state.asked, hint: words.answerFirst };
  const behind = length - cursor;
  if (isRunning(state)) {
    if (!pinned) return { name: words.state.behind, hint: words.behindLive(behind) };
    return trace.header.mode === 'stepped'
      ? { name: words.state.stepped, hint: hasFrames(trace) ? words.framesWait : words.threadsWait }
      : { name: words.state.live, hint: words.following };
  }
  const hint = behind === 0 ? (words.ended[endCode(state) ?? ''] ?? words.atEnd) : words.behind(behind);
  return { name: words.state.replay, hint };
}

import { hasFrames, type StepChoice } from '@lockstep/lab';
import { findEvent, formatSchedule, scheduleAt, threadNumber } from '@lockstep/trace';
import { useBench, usePlayer } from '../player/bench.ts';
import { isRunning, openPrediction } from '../player/player-state.ts';
import { linkTo } from '../player/share.ts';
import { useSettings } from '../settings/settings.ts';
import { inspectorWords } from '../words/inspector-words.ts';
import { operationWords, reasonWords } from '../words/operation-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { CopyLink } from './copy-link.tsx';

/** Stepped runs: the threads at their gates, one key each, and the choices made so far. */
export function GatePanel() {
  const words = useWords(inspectorWords);
  const { player, session } = useBench();
  const { trace, cursor, status, isOn, pinned, token, isAsked, holdsFuture, canStep } = usePlayer((state) => ({
    trace: state.trace,
    length: state.length,
    cursor: state.cursor,
    status: state.status,
    isOn: isRunning(state),
    pinned: state.pinned,
    token: state.token,
    isAsked: openPrediction(state) !== undefined,
    holdsFuture: state.holdsFuture,
    canStep: state.lab.modes.includes('stepped'),
  }));
  if (trace?.header.mode !== 'stepped' || hasFrames(trace) || isAsked) return undefined;
  const schedule = scheduleAt(trace, holdsFuture ? cursor : trace.length);
  const done = scheduleAt(trace, cursor).length;
  const isMine = isOn && token !== undefined;
  return (
    <section className="panel-box gates" aria-labelledby="gates-title">
      <div className="cap" id="gates-title">
        {words.letGo}
      </div>
      {isOn ? (
        <div className="gate-keys" data-many={(status?.choices?.length ?? 0) > 6 || undefined}>
          {(status?.choices ?? []).map((choice) => (
            <GateKey
              key={choice.thread}
              choice={choice}
              isOff={!isMine || !pinned}
              onPress={() => void session.step(choice.thread)}
            />
          ))}
        </div>
      ) : (
        <Outcome />
      )}
      {isMine && !pinned ? <p className="aside">{words.past}</p> : undefined}
      <div className="cap schedule-head">
        {words.schedule}
        {canStep ? (
          <button type="button" className="tog" disabled={schedule.length === 0} onClick={() => void session.undo()}>
            {words.undo}{' '}
            <kbd className="key" aria-hidden="true">
              u
            </kbd>
          </button>
        ) : undefined}
      </div>
      <ol className="chips">
        {schedule.map((thread, index) => (
          // Chips are told apart by their place alone; a schedule only grows at its end.
          // oxlint-disable-next-line react/no-array-index-key
          <li
            key={index}
            className={`chip t${thread} ls-c${colourOfThread(trace.header.actors, thread)}`}
            data-last={index + 1 === done}
            data-future={index >= done}
          >
            {formatSchedule([thread])}
          </li>
        ))}
        {isOn ? <li className="chip next" aria-hidden="true" /> : undefined}
      </ol>
      {schedule.length === 0 ? (
        <p className="aside">{words.empty}</p>
      ) : canStep ? (
        <div className="schedule-link">
          <code>?schedule={formatSchedule(schedule)}</code>
          <CopyLink link={() => linkTo(player.store.getState(), location.origin)} />
        </div>
      ) : undefined}
    </section>
  );
}

/** What the schedule came to, once the run is over. */
function Outcome() {
  const words = useWords(inspectorWords);
  const { trace, cursor } = usePlayer((state) => ({ trace: state.trace, length: state.length, cursor: state.cursor }));
  const end = trace && findEvent(trace, (event) => event.kind === 'outcome.observed');
  if (end?.kind !== 'outcome.observed' || end.seq >= cursor) return <p className="aside">{words.over}</p>;
  return (
    <p className="verdict" role="status">
      <b>
        {(end.source === 'model' ? words.search.modelled : words.search)[end.expected ? 'unproved' : 'proved'](
          end.value,
        )}
      </b>
    </p>
  );
}

interface GateKeyProps {
  readonly choice: GateChoice;
  readonly isOff: boolean;
  readonly onPress: () => void;
}

/** As it comes over the wire. */
interface GateChoice extends Omit<StepChoice, 'reason' | 'frame' | 'act'> {
  readonly reason?: string | undefined;
}

function GateKey({ choice, isOff, onPress }: GateKeyProps) {
  const words = useWords(inspectorWords);
  const say = useSay();
  const { lab, trace } = usePlayer((state) => ({ lab: state.lab, trace: state.trace }));
  const language = useSettings((settings) => settings.language);
  const colour = trace?.header.actors.find((actor) => actor.id === choice.actor)?.colour ?? 0;
  const operation = operationWords(choice.operation, language);
  const reason = choice.reason && reasonWords(choice.reason, language, (actor) => say(lab.actorName(actor)));
  const waiting = choice.enabled ? words.timeOut : words.wait;
  const key = formatSchedule([choice.thread]);
  return (
    <button
      type="button"
      className={`gate-key ls-c${colour}`}
      aria-keyshortcuts={key}
      disabled={isOff || !choice.enabled}
      onClick={onPress}
    >
      <kbd className="key" aria-hidden="true">
        {key}
      </kbd>
      <span>
        <b>{say(lab.actorName(choice.actor))}</b>
        <small>{reason ? `${waiting}${words.colon}${reason}` : operation}</small>
      </span>
    </button>
  );
}

function colourOfThread(actors: readonly { readonly id: string; readonly colour: number }[], thread: number): number {
  return actors.find((actor) => threadNumber(actor.id) === thread)?.colour ?? 0;
}

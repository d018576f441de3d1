import { hasFrames } from '@lockstep/lab';
import { Link } from 'wouter';
import { compareLink } from '../compare/compare-link.ts';
import { useBench, usePlayer } from '../player/bench.ts';
import { canForkAt } from '../player/can-fork.ts';
import { endCode } from '../player/end-code.ts';
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
  const { isOn, isAtEnd, isBehind, canFork, compared } = usePlayer((state) => ({
    isOn: isRunning(state),
    isAtEnd: state.pinned && openPrediction(state) === undefined,
    isBehind: state.trace !== undefined && state.cursor < state.length && openPrediction(state) === undefined,
    canFork: canForkAt(state),
    compared: compareLink(state),
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
          <button type="button" className="btn sm" aria-keyshortcuts="k" onClick={() => void session.fork()}>
            {words.fork}
            <kbd className="key" aria-hidden="true">
              k
            </kbd>
          </button>
        ) : undefined}
        {compared !== undefined ? (
          <Link className="btn sm" href={compared}>
            {words.compare}
          </Link>
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

import { frameDecisions, frameStories, rulesAt, rulesBeforeLast } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { useBench, usePlayer } from '../player/bench.ts';
import { rulesKnobOf } from '../player/held-frames.ts';
import { linkTo } from '../player/share.ts';
import { cableWords, type DecidedAct } from '../words/cable-words.ts';
import { inspectorWords } from '../words/inspector-words.ts';
import { useWords } from '../words/use-words.ts';
import { CopyLink } from './copy-link.tsx';
import { frameLabel } from './frame-face.tsx';

/** What was decided so far, the last of which can be taken back; and the same as rules, to be sent. */
export function FrameDecisions({ trace }: { readonly trace: Trace }) {
  const words = useWords(cableWords);
  const shared = useWords(inspectorWords);
  const { player, session } = useBench();
  const { cursor, relative, canRepeat } = usePlayer((state) => ({
    length: state.length,
    cursor: state.cursor,
    relative: state.relative,
    canRepeat: rulesKnobOf(state) !== undefined,
  }));
  const decisions = frameDecisions(trace, trace.length);
  const stories = new Map(frameStories(trace).map((story) => [story.frame, story]));
  const rules = rulesAt(trace, trace.length);
  return (
    <>
      <div className="cap schedule-head">
        {words.decisions}
        {canRepeat ? (
          <button
            type="button"
            className="tog"
            disabled={rulesBeforeLast(trace) === undefined}
            onClick={() => void session.undo()}
          >
            {shared.undo}{' '}
            <kbd className="key" aria-hidden="true">
              u
            </kbd>
          </button>
        ) : undefined}
      </div>
      {decisions.length === 0 ? (
        <p className="aside">{words.undecided}</p>
      ) : (
        <ol className="decisions">
          {decisions.map(({ frame, rule, seq }) => {
            const story = stories.get(frame);
            const label = story && frameLabel(trace, story, relative);
            const act = rule.split(' ')[0] as DecidedAct;
            return (
              <li key={frame} className={`ls-c${label?.colour ?? 0}`} data-future={seq >= cursor || undefined}>
                <b>{label?.flags}</b> {words.decided[act]}
              </li>
            );
          })}
        </ol>
      )}
      {canRepeat && rules !== '' ? (
        <div className="schedule-link">
          <code>{rules}</code>
          <CopyLink link={() => linkTo(player.store.getState(), location.origin)} />
        </div>
      ) : undefined}
    </>
  );
}

import type { LibraryRun, Text } from '@lockstep/lab';
import { SourceBadge } from '@lockstep/stage';
import { assertNever } from '@lockstep/trace';
import { useSettings } from '../settings/settings.ts';
import { libraryWords } from '../words/library-words.ts';
import { playerWords } from '../words/player-words.ts';
import { transportWords } from '../words/transport-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { labTitle } from './run-title.ts';
import { sayDuration } from './say-size.ts';
import { useWhen } from './use-when.ts';

/** How a run came out, how and when it was made, how long it is, and who told its facts. */
export function CardFacts({ run }: { readonly run: LibraryRun }) {
  const words = useWords(libraryWords).card;
  const { modes } = useWords(playerWords);
  const { ended } = useWords(transportWords);
  const language = useSettings((settings) => settings.language);
  const say = useSay();
  const when = useWhen();
  const { relative, exact } = when(run.startedAt);
  const outcome = outcomeOf(run, words, ended, say);
  const { expected } = run.outcome ?? {};
  return (
    <>
      <p className="run-outcome" title={outcome}>
        {expected === undefined ? undefined : <Sign isExpected={expected} />}
        {outcome}
      </p>
      <p className="run-made">
        {run.name === '' ? undefined : `${labTitle(run, say)} · `}
        {modes[run.mode]}
        {run.events > 0 ? ` · ${words.steps(run.events)} · ${sayDuration(run.durationUs)}` : undefined}
      </p>
      <p className="run-made">
        <time dateTime={new Date(run.startedAt).toISOString()} title={exact}>
          {exact}
        </time>
        {' · '}
        {run.deletedAt === undefined ? relative : words.deleted(when(run.deletedAt).relative)}
      </p>
      <p className="run-badges">
        {run.reality.lane === undefined ? undefined : <span className="ls-src">{words.lane(run.reality.lane)}</span>}
        {run.sources.map((source) => (
          <SourceBadge key={source} source={source} language={language} />
        ))}
        {run.isGolden ? <span className="ls-src">{words.golden}</span> : undefined}
        {run.class === undefined ? undefined : <span className="ls-src">{words.ofClass}</span>}
      </p>
    </>
  );
}

/** By shape: a tick, or the cross of what was lost. */
function Sign({ isExpected }: { readonly isExpected: boolean }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path
        d={isExpected ? 'M1.5 6.5l3 3 6-7' : 'M2 2l8 8M10 2l-8 8'}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
      />
    </svg>
  );
}

function outcomeOf(
  run: LibraryRun,
  words: (typeof libraryWords)['en']['card'],
  ended: Readonly<Record<string, string>>,
  say: (text: Text) => string,
): string {
  switch (run.state) {
    case 'running':
      return words.running;
    case 'interrupted':
      return words.interrupted;
    case 'damaged':
      return words.damaged(run.end ?? '');
    case 'failed':
      return `${words.failed}${run.end === undefined ? '' : `: ${run.end}`}`;
    case 'ended': {
      const reason = run.end === 'finished' || run.end === 'deadlock' ? undefined : ended[run.end ?? ''];
      return reason ?? (run.outcome ? say(run.outcome.value) : words.unknown);
    }
  }
  return assertNever(run.state);
}

import type { Job, Trace } from '@lockstep/trace';
import { actorColour, colourClass } from '../actor-colour.ts';
import { ThreadDisc } from '../marks/thread-disc.tsx';
import { errorName, listed } from '../marks/thread-words.ts';
import type { Language } from '../text.ts';
import { futureWords } from './words.ts';

interface JobCardProps {
  readonly trace: Trace;
  readonly language: Language;
  readonly name: (actor: string) => string;
  readonly job: Job;
  /** Number and sign alone, for many jobs. */
  readonly isSmall: boolean;
  /** `seq` of the present step. */
  readonly now: number;
  readonly onSeek: (cursor: number) => void;
}

/**
 * A job: solid in its worker's colour while it runs, outlined before and after. Its number is the order of submission;
 * done jobs carry the order of completion too. Press it to go to its last event.
 */
export function JobCard({ trace, language, name, job, isSmall, now, onSeek }: JobCardProps) {
  const { state, worker, result, completion, promised, callbacks, uncancellable } = job;
  const at = lastEventOf(job);
  const isNow = [at, ...uncancellable, ...callbacks.map(({ seq }) => seq)].includes(now);
  return (
    <button
      type="button"
      className={`ls-job ${worker === undefined ? '' : colourClass(actorColour(trace, worker))}`}
      data-state={state}
      data-small={isSmall || undefined}
      data-now={isNow || undefined}
      aria-label={jobText(job, language, name)}
      onClick={() => onSeek(at + 1)}
    >
      {completion !== undefined && <i>{completion}.</i>}
      <b>{isSmall ? shortName(job) : job.name}</b>
      {!isSmall && !isNumbered(job) && <small>#{job.number}</small>}
      {state === 'failed' && <span>✕{isSmall ? '' : ` ${errorName(result ?? '')}`}</span>}
      {state === 'finished' && !isSmall && <span>= {result}</span>}
      {state === 'cancelled' && !isSmall && <span>{futureWords[language].states.cancelled}</span>}
      {worker !== undefined && state !== 'running' && !isSmall && <ThreadDisc trace={trace} actor={worker} isSmall />}
      {uncancellable.length > 0 && !isSmall && (
        <span className="ls-job-note">{futureWords[language].notCancelled}</span>
      )}
      {promised.length > 0 && !isSmall && (
        <span className="ls-job-note">
          {promised.map((callback) => futureWords[language].promised(callback)).join(' ')}
        </span>
      )}
      {!isSmall &&
        callbacks.map((callback) => (
          <span key={callback.seq} className="ls-job-note">
            {callback.name}() <ThreadDisc trace={trace} actor={callback.actor} isSmall isNow={callback.seq === now} />
          </span>
        ))}
    </button>
  );
}

/** All that a card says, in words. */
export function jobText(job: Job, language: Language, name: (actor: string) => string): string {
  const words = futureWords[language];
  const said = [
    `${job.name} ${words.states[job.state]}${job.result === undefined ? '' : ` = ${job.result}`}`,
    words.submittedAs(job.number),
    ...(job.completion === undefined ? [] : [words.completedAs(job.completion)]),
    ...(job.worker === undefined ? [] : [words.in(name(job.worker))]),
    ...(job.uncancellable.length > 0 ? [words.notCancelled] : []),
    ...job.promised.map(words.promised),
    ...job.callbacks.map((callback) => words.calledBack(callback.name, name(callback.actor))),
  ];
  return listed(said, language);
}

function lastEventOf(job: Job): number {
  return job.endedAt ?? job.startedAt ?? job.submittedAt;
}

/** The number in its name, or its place in the order of submission. */
function shortName({ name, number }: Job): string {
  return /\d+$/.exec(name)?.[0] ?? String(number);
}

/** Does its name say in which order it was submitted? */
function isNumbered(job: Job): boolean {
  return /\d$/.test(job.name);
}

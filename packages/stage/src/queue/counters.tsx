import type { QueueContents } from '@lockstep/trace';
import type { Language } from '../text.ts';
import { queueWords } from './words.ts';

interface CountersProps {
  readonly language: Language;
  readonly contents: QueueContents;
  readonly capacity: number | undefined;
  /** Tasks are reported done, or waited for, in this run. */
  readonly countsTasks: boolean;
  /** What changed in the present step. */
  readonly changed: 'put' | 'got' | 'task' | 'join' | undefined;
  /** Somebody's `join()` waits. */
  readonly isJoining: boolean;
}

/** What the queue counts, in numbers. */
export function Counters({ language, contents, capacity, countsTasks, changed, isJoining }: CountersProps) {
  const words = queueWords[language];
  const { inside, put, got, unfinished, joinedAt } = contents;
  return (
    <dl className="ls-counters">
      <div data-now={changed === 'put' || changed === 'got' || undefined}>
        <dt>{words.size}</dt>
        <dd>{words.places(inside.length, capacity)}</dd>
      </div>
      <div data-now={changed === 'put' || undefined}>
        <dt>{words.put}</dt>
        <dd>{put}</dd>
      </div>
      <div data-now={changed === 'got' || undefined}>
        <dt>{words.got}</dt>
        <dd>{got}</dd>
      </div>
      {countsTasks && (
        <div data-now={changed === 'task' || changed === 'put' || undefined}>
          <dt>{words.unfinished}</dt>
          <dd>{unfinished}</dd>
        </div>
      )}
      {isJoining && (
        <div className="ls-joining">
          <dt>{words.joinWaits}</dt>
        </div>
      )}
      {!isJoining && joinedAt !== undefined && (
        <div data-now={changed === 'join' || undefined}>
          <dt>{words.joinReturned(joinedAt + 1)}</dt>
        </div>
      )}
    </dl>
  );
}

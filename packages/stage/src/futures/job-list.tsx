import type { Job, Trace } from '@lockstep/trace';
import type { Language } from '../text.ts';
import { JobCard } from './job-card.tsx';

interface JobListProps {
  readonly trace: Trace;
  readonly language: Language;
  readonly name: (actor: string) => string;
  readonly jobs: readonly Job[];
  readonly isSmall: boolean;
  readonly now: number;
  /** Said where there are none. */
  readonly empty: string;
  readonly onSeek: (cursor: number) => void;
}

/** Jobs in the given order. */
export function JobList({ jobs, empty, ...card }: JobListProps) {
  if (jobs.length === 0) return <p className="ls-nobody">{empty}</p>;
  return (
    <ol className="ls-jobs">
      {jobs.map((job) => (
        <li key={job.name}>
          <JobCard {...card} job={job} />
        </li>
      ))}
    </ol>
  );
}

// A thread pool: jobs go from the work queue to a worker and on to the done ones. They are numbered as they were
// submitted and stand at the end as they were completed, so that both orders can be read off.
import { clampCursor, foldOf, type Job, type ThreadStanding, threadPools, threadStandings } from '@lockstep/trace';
import { useMemo } from 'react';
import { IfShown } from '../marks/if-shown.tsx';
import { ThreadRow } from '../marks/thread-row.tsx';
import { listed, namedReason, standingText } from '../marks/thread-words.ts';
import { SourceBadge } from '../source-badge.tsx';
import type { StageProps } from '../stage-props.ts';
import { crewOf } from './crew.ts';
import { deedText } from './deed.ts';
import { JobCard, jobText } from './job-card.tsx';
import { JobList } from './job-list.tsx';
import { futureWords } from './words.ts';

export type FuturesProps = StageProps;

/** More jobs than this are drawn as numbers. */
const MOST_CARDS = 12;
/** As many names are said; more jobs are only counted. */
const MOST_SPOKEN = 12;

/** The pools of a run: what is pending, who runs what, what is done, and who waits for a result. */
export function Futures(props: FuturesProps) {
  return (
    <IfShown {...props}>
      <FuturesFigure {...props} />
    </IfShown>
  );
}

function FuturesFigure(props: FuturesProps) {
  const { trace, length, language, name, width, height, selection, onSelect, onSeek } = props;
  const cursor = Math.min(clampCursor(trace, props.cursor), length);
  const words = futureWords[language];
  const crew = useMemo(() => crewOf(trace, length), [trace, length]);
  const { jobs, shutDown } = foldOf(threadPools, trace).at(cursor);
  const standings = foldOf(threadStandings, trace).at(cursor);
  const present = cursor > 0 ? trace.event(cursor - 1) : undefined;
  const all = [...jobs.values()];
  const pending = all.filter((job) => job.state === 'pending');
  const running = all.filter((job) => job.state === 'running');
  const done = all
    .filter((job) => job.endedAt !== undefined)
    .sort((a, b) => (a.endedAt as number) - (b.endedAt as number));
  const isSmall = crew.jobs > MOST_CARDS;
  const card = { trace, language, name, onSeek, now: cursor - 1 };
  const row = { trace, language, name, selection, onSelect, nowActor: present?.actor };
  const counts = listed(
    [pending, running, done].map(
      (list, index) => `${list.length} ${[words.pending, words.states.running, words.done][index]}`,
    ),
    language,
  );
  const reasonOf = ({ on = '' }: ThreadStanding) => {
    if (jobs.has(on)) return words.resultOf(on);
    return crew.pools.includes(on) ? words.waitFor(on) : namedReason(on, name);
  };
  const callers = crew.callers.flatMap(({ id }) => {
    const standing = standings.get(id);
    return standing ? [standing] : [];
  });
  const spoken = [
    words.figure(cursor, counts),
    ...(all.length <= MOST_SPOKEN ? all : running).map((job) => jobText(job, language, name)),
    ...callers.map((one) => `${name(one.actor)} ${standingText(one, language, reasonOf(one))}`),
  ];
  return (
    <figure
      className="ls-board ls-futures"
      data-narrow={width < 640 || undefined}
      data-many={isSmall || undefined}
      style={{ width, height }}
      aria-label={spoken.join(language === 'zh' ? '。' : '. ')}
    >
      <div className="ls-board-head">
        {crew.pools.map((pool) => (
          <p className="ls-title" key={pool}>
            {pool}
          </p>
        ))}
        <span className="ls-board-kind">{crew.pools.length === 0 ? words.nothing : words.pool}</span>
        {crew.pools.length > 0 && (
          <strong data-now={present?.kind === 'pool.shut-down' || undefined}>
            {crew.pools.every((pool) => shutDown.has(pool)) ? words.shutDown : words.open}
          </strong>
        )}
        {present && <SourceBadge source={present.source} language={language} />}
      </div>
      <ul className="ls-threads ls-callers">
        {callers.map((standing) => (
          <li key={standing.actor}>
            <ThreadRow
              {...row}
              standing={standing}
              reason={reasonOf(standing)}
              deed={present?.actor === standing.actor ? deedText(present, language) : undefined}
            />
          </li>
        ))}
      </ul>
      <div className="ls-pool">
        <section>
          <p className="ls-subtitle">
            {words.pending} <b>{pending.length}</b>
          </p>
          <JobList {...card} jobs={pending} isSmall={isSmall} empty={words.empty} />
        </section>
        <section>
          <p className="ls-subtitle">
            {words.workers} <b>{crew.workers.length}</b>
          </p>
          <ul className="ls-threads">
            {crew.workers.map(({ id }) => {
              const standing = standings.get(id);
              const job = running.find((one) => one.worker === id);
              return (
                standing && (
                  <li key={id} className="ls-worker">
                    <ThreadRow
                      {...row}
                      standing={standing}
                      reason={job || !crew.pools.includes(standing.on ?? '') ? undefined : words.idle}
                      deed={present?.actor === id ? deedText(present, language) : workText(standing, job)}
                    />
                    {job && <JobCard {...card} job={job} isSmall={isSmall} />}
                  </li>
                )
              );
            })}
          </ul>
        </section>
        <section>
          <p className="ls-subtitle">
            {words.done} <b>{done.length}</b> <span>{words.order}</span>
          </p>
          <JobList {...card} jobs={done} isSmall={isSmall} empty={words.empty} />
        </section>
      </div>
    </figure>
  );

  function workText({ state }: ThreadStanding, job: Job | undefined): string | undefined {
    return job && state === 'ready' ? words.states.running : undefined;
  }
}

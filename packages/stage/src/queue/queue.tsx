// A queue with both its ends: who puts on the left, who gets on the right, what lies between, and under it where each
// item went. All of it is the state at the cursor; only who stands on which side is told from the whole recording.
import {
  type Actor,
  clampCursor,
  EMPTY_QUEUE,
  foldOf,
  type QueueOrder,
  queueContents,
  type ThreadStanding,
  threadStandings,
} from '@lockstep/trace';
import { useMemo, useState } from 'react';
import { IfShown } from '../marks/if-shown.tsx';
import { ThreadRow } from '../marks/thread-row.tsx';
import { listed, namedReason, standingText } from '../marks/thread-words.ts';
import { SourceBadge } from '../source-badge.tsx';
import type { StageProps } from '../stage-props.ts';
import { monoWidth } from '../text-width.ts';
import { Counters } from './counters.tsx';
import { deedText } from './deed.ts';
import { ItemToken } from './item-token.tsx';
import { JourneyStrip } from './journey-strip.tsx';
import { journeysAt, journeysOf } from './journeys.ts';
import { outOrder } from './out-order.ts';
import { capacityOf, partsOf, queuesOf } from './parts.ts';
import { roomOf } from './room.ts';
import { Slots } from './slots.tsx';
import { wantOf } from './wants.ts';
import { queueWords } from './words.ts';

export interface QueueProps extends StageProps {
  /** Name of the queue; absent: the first of the run. */
  readonly of?: string;
  /** Places that it has; absent: as the knobs `maxsize` or `capacity` say. 0: no limit. */
  readonly capacity?: number;
  readonly order?: QueueOrder;
}

/** A bounded queue, a stack or a priority queue, and the threads at both its ends. */
export function Queue(props: QueueProps) {
  return (
    <IfShown {...props}>
      <QueueFigure {...props} />
    </IfShown>
  );
}

function QueueFigure(props: QueueProps) {
  const { trace, length, language, name, width, height, order = 'fifo', selection, onSelect, onSeek } = props;
  const [linked, setLinked] = useState<number>();
  const cursor = Math.min(clampCursor(trace, props.cursor), length);
  const words = queueWords[language];
  const first = useMemo(() => queuesOf(trace, length)[0], [trace, length]);
  const queue = props.of ?? first ?? '';
  const parts = useMemo(() => partsOf(trace, length, queue), [trace, length, queue]);
  const journeys = useMemo(() => journeysOf(trace, length, queue), [trace, length, queue]);
  const countsTasks = useMemo(() => hasTasks(trace, length, queue), [trace, length, queue]);
  const capacity = props.capacity === 0 ? undefined : (props.capacity ?? capacityOf(trace, queue));
  const contents = foldOf(queueContents, trace).at(cursor).get(queue) ?? EMPTY_QUEUE;
  const standings = foldOf(threadStandings, trace).at(cursor);
  const present = cursor > 0 ? trace.event(cursor - 1) : undefined;
  const items = outOrder([...contents.inside], order);
  const longest = Math.max(1, ...journeys.map((item) => monoWidth(item.text, 13)));
  const threads = Math.max(parts.producers.length, parts.consumers.length);
  const places = Math.max(capacity ?? 0, contents.inside.length, 4);
  const room = roomOf({ width, height, order, places, longest, threads });
  const end = {
    isEmpty: contents.inside.length === 0,
    isFull: capacity !== undefined && contents.inside.length >= capacity,
  };

  const everybody = [...parts.producers, ...parts.consumers, ...parts.others];
  const isHere = (standing: ThreadStanding) => standing.on === queue && standing.state === 'waiting';
  const reasonOf = (standing: ThreadStanding, side: keyof typeof parts) =>
    isHere(standing)
      ? words.wants[wantOf(trace, length, queue, standing, { ...end, side })]
      : namedReason(standing.on, name);
  const isJoining = everybody.some((actor) => {
    const standing = standings.get(actor.id);
    const side = sideOf(actor, parts);
    return (
      standing !== undefined && isHere(standing) && wantOf(trace, length, queue, standing, { ...end, side }) === 'join'
    );
  });
  const rows = (side: keyof typeof parts) =>
    parts[side].flatMap(({ id }) => {
      const standing = standings.get(id);
      if (!standing) return [];
      const reason = reasonOf(standing, side);
      const held = side === 'consumers' && standing.state !== 'finished' ? contents.lastGot.get(id) : undefined;
      return [
        <li key={id}>
          <ThreadRow
            {...{ trace, language, name, selection, onSelect, standing, reason }}
            deed={present?.actor === id ? deedText(present, queue, language, held !== undefined) : undefined}
            nowActor={present?.actor}
          >
            {held && <ItemToken trace={trace} item={held} isNow={held.gotAt === cursor - 1} />}
          </ThreadRow>
        </li>,
      ];
    });
  const spoken = everybody.flatMap((actor) => {
    const standing = standings.get(actor.id);
    if (!standing) return [];
    return [`${name(actor.id)} ${standingText(standing, language, reasonOf(standing, sideOf(actor, parts)))}`];
  });
  const summary = [
    words.figure(queue, cursor, contents.inside.length, capacity),
    ...(items.length > 0
      ? [
          words.firstOut(
            listed(
              items.map((item) => item.text),
              language,
            ),
          ),
        ]
      : []),
    ...spoken,
  ];

  return (
    <figure
      className="ls-board ls-queue"
      data-narrow={room.isNarrow || undefined}
      data-spread={room.isSpread || undefined}
      data-many={threads > 4 || undefined}
      data-dense={room.isDense || undefined}
      data-order={order}
      style={{ width, height }}
      aria-label={`${summary.join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`}
    >
      <div className="ls-board-head">
        <p className="ls-title">{queue}</p>
        <span className="ls-board-kind">{queue === '' ? words.noQueue : words.kinds[order]}</span>
        {present && <SourceBadge source={present.source} language={language} />}
        <Counters
          language={language}
          contents={contents}
          capacity={capacity}
          countsTasks={countsTasks}
          changed={changeOf(present?.kind)}
          isJoining={isJoining}
        />
      </div>
      <div className="ls-queue-body" style={{ gridTemplateColumns: room.columns }}>
        <section>
          <p className="ls-subtitle">{words.producers}</p>
          <ul className="ls-threads">{rows('producers')}</ul>
        </section>
        <Slots
          {...{ trace, language, name, order, items, capacity, linked, onSeek }}
          most={room.cells - (capacity === undefined ? 1 : 0)}
          cell={room.cell}
          now={cursor - 1}
          onLink={setLinked}
        />
        <section>
          <p className="ls-subtitle">{words.consumers}</p>
          <ul className="ls-threads">{rows('consumers')}</ul>
        </section>
      </div>
      {parts.others.length > 0 && <ul className="ls-threads ls-queue-others">{rows('others')}</ul>}
      {journeys.length > 0 && (
        <JourneyStrip
          {...{ trace, language, name, linked, onSeek }}
          items={journeysAt(journeys, cursor)}
          most={room.journeys}
          now={cursor - 1}
          onLink={setLinked}
        />
      )}
    </figure>
  );
}

function sideOf(actor: Actor, parts: ReturnType<typeof partsOf>): keyof typeof parts {
  if (parts.producers.includes(actor)) return 'producers';
  return parts.consumers.includes(actor) ? 'consumers' : 'others';
}

function hasTasks(trace: StageProps['trace'], length: number, queue: string): boolean {
  for (let seq = 0; seq < length; seq++) {
    const kind = trace.kindAt(seq);
    if (kind !== 'queue.task-done' && kind !== 'queue.joined') continue;
    const event = trace.event(seq);
    if ('queue' in event && event.queue === queue) return true;
  }
  return false;
}

function changeOf(kind: string | undefined): 'put' | 'got' | 'task' | 'join' | undefined {
  switch (kind) {
    case 'queue.put':
      return 'put';
    case 'queue.got':
      return 'got';
    case 'queue.task-done':
      return 'task';
    case 'queue.joined':
      return 'join';
    default:
      return undefined;
  }
}

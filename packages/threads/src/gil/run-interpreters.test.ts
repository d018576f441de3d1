import { readdirSync } from 'node:fs';
import type { EventOf, Kind, TraceEvent } from '@lockstep/trace';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../fixtures/run-scenario.ts';
import { runInterpreters } from './run-interpreters.ts';

interface Plan {
  readonly computing: number;
  readonly waiting?: number;
  readonly intervalMs: number;
  readonly durationMs?: number;
  readonly body?: string;
  /** Called after each event; may stop the run. */
  readonly onEvent?: (count: number, stop: () => void) => void;
}

async function interpret({ computing, waiting = 0, intervalMs, durationMs = 150, body = 'computing', onEvent }: Plan) {
  const events: TraceEvent[] = [];
  const stop = new AbortController();
  const startNs = process.hrtime.bigint();
  const named = (count: number, prefix: string, ofBody: string) =>
    Array.from({ length: count }, (_, index) => ({ actor: `${prefix}${index + 1}`, body: ofBody }));
  const ending = await runInterpreters(
    {
      record(fact) {
        events.push({ seq: events.length, ...fact } as TraceEvent);
        onEvent?.(events.length, () => stop.abort());
        return events.length - 1;
      },
      nowUs: () => Number(process.hrtime.bigint() - startNs) / 1000,
      signal: stop.signal,
      labDirectory: fixtures,
    },
    {
      program: 'interpreted.js',
      threads: [...named(computing, 't', body), ...named(waiting, 'io', 'waiting')],
      intervalMs,
      durationMs,
    },
  );
  return { ending, events };
}

function ofKind<K extends Kind>(events: readonly TraceEvent[], kind: K): EventOf<K>[] {
  return events.filter((event): event is EventOf<K> => event.kind === kind);
}

/** Walks through the events with whoever has the lock before each. Throws when two have it at once. */
function* withHolder(events: readonly TraceEvent[]): Generator<[TraceEvent, holder: string | undefined]> {
  let holder: string | undefined;
  for (const event of events) {
    yield [event, holder];
    if (event.kind === 'gil.taken') {
      if (holder) throw new Error(`step ${event.seq + 1}: ${event.actor} takes what ${holder} has`);
      holder = event.actor;
    } else if (event.kind === 'gil.dropped') {
      if (holder !== event.actor) throw new Error(`step ${event.seq + 1}: ${event.actor} drops what it does not have`);
      holder = undefined;
    }
  }
}

// The kernel wakes whoever joins a thread a moment before /proc forgets it (mm_release before release_task): ask until then.
const threadsOfProcess = () => readdirSync('/proc/self/task').length;

describe.each([
  { computing: 2, intervalMs: 0.1 },
  { computing: 4, intervalMs: 0.1 },
  { computing: 2, waiting: 2, intervalMs: 0.5 },
  { computing: 4, waiting: 3, intervalMs: 5 },
])('under one lock, $computing that compute, $waiting that wait, every $intervalMs ms', (plan) => {
  it('one thread at a time has it, who is asked drops it, and then somebody else takes it', async () => {
    const { events, ending } = await interpret(plan);
    expect(ending).toBe('finished');
    let asked: EventOf<'gil.drop-requested'> | undefined;
    let forced: string | undefined;
    for (const [event, holder] of withHolder(events)) {
      switch (event.kind) {
        case 'gil.drop-requested':
          expect(event).toMatchObject({ holder });
          expect(event.actor).not.toBe(holder);
          expect(events[event.cause ?? -1]).toMatchObject({ kind: 'gil.requested', actor: event.actor });
          asked = event;
          break;
        case 'gil.dropped':
          if (event.reason === 'request') expect(event.cause).toBe(asked?.seq);
          forced = asked && event.actor;
          break;
        case 'gil.taken':
          expect(event.actor).not.toBe(forced);
          forced = undefined;
          asked = undefined;
          break;
        default:
      }
    }
    expect(ofKind(events, 'gil.dropped').some(({ reason }) => reason === 'request')).toBe(true);
  });

  it('whoever asks for it gets it, and finishes without it', async () => {
    const { events } = await interpret({ ...plan, durationMs: 60 });
    const actors = ofKind(events, 'thread.started').map(({ actor }) => actor);
    expect(actors).toHaveLength(plan.computing + (plan.waiting ?? 0));
    for (const actor of actors) {
      const story = events.filter((event) => event.actor === actor && /^(gil|thread)\./.test(event.kind));
      const cycle = story
        .slice(1, -1)
        .map(({ kind }) => kind)
        .filter((kind) => kind !== 'gil.drop-requested');
      expect(cycle).toEqual(
        cycle.map((_, index) => (['gil.requested', 'gil.taken', 'gil.dropped'] as const)[index % 3]),
      );
      expect(story.slice(-2).map(({ kind }) => kind)).toEqual(['gil.dropped', 'thread.finished']);
    }
  });
});

it('a thread that computes alone is never asked, and drops the lock only at its end', async () => {
  const { events } = await interpret({ computing: 1, intervalMs: 0.1 });
  expect(ofKind(events, 'gil.drop-requested')).toEqual([]);
  expect(ofKind(events, 'gil.dropped').map(({ reason }) => reason)).toEqual(['finished']);
});

it('a thread that waits for input drops the lock first, at the line where it waits', async () => {
  const { events } = await interpret({ computing: 1, waiting: 1, intervalMs: 0.5 });
  const drops = ofKind(events, 'gil.dropped').filter(({ actor, reason }) => actor === 'io1' && reason === 'io');
  expect(drops.length).toBeGreaterThan(1);
  expect(new Set(drops.map(({ line }) => line)).size).toBe(1);
  expect(drops[0]?.line).toBeGreaterThan(1);
  const ofThreads = ofKind(events, 'measure.taken').filter(({ actor }) => actor !== 'main');
  expect(ofThreads.map(({ actor, what }) => `${actor} ${what}`)).toEqual(['t1 work', 'io1 work', 'io1 median wait']);
});

it('a thread that was made to drop the lock wants it back because of that', async () => {
  const { events } = await interpret({ computing: 2, intervalMs: 1 });
  for (const drop of ofKind(events, 'gil.dropped').filter(({ reason }) => reason === 'request')) {
    const next = events.find((event) => event.kind === 'gil.requested' && event.cause === drop.seq);
    expect(next).toMatchObject({ actor: drop.actor });
  }
});

it('the measured switches are those of the events', async () => {
  const { events } = await interpret({ computing: 3, intervalMs: 1 });
  const holders = ofKind(events, 'gil.taken').map(({ actor }) => actor);
  const switches = holders.filter((actor, index) => index > 0 && actor !== holders[index - 1]);
  expect(ofKind(events, 'gil.measured')).toMatchObject([{ switches: switches.length, source: 'derived' }]);
});

it('no wake-up is lost: many short runs all come to their end', { timeout: 60_000 }, async () => {
  for (let run = 0; run < 25; run++) {
    const { events } = await interpret({ computing: 4, waiting: run % 3, intervalMs: 0.1, durationMs: 10 });
    expect(ofKind(events, 'thread.finished')).toHaveLength(4 + (run % 3));
  }
});

it.each([1, 60])('a stop at event %i ends it early and leaves no thread', async (at) => {
  await interpret({ computing: 1, intervalMs: 1, durationMs: 20 });
  const before = threadsOfProcess();
  const plan = { computing: 2, waiting: 1, intervalMs: 0.5, durationMs: 60_000 };
  const { ending } = await interpret({ ...plan, onEvent: (count, stop) => count === at && stop() });
  expect(ending).toBe('stopped');
  await expect.poll(threadsOfProcess).toBeLessThanOrEqual(before);
});

it('a program that breaks rejects the run and leaves no thread', async () => {
  const before = threadsOfProcess();
  await expect(interpret({ computing: 2, intervalMs: 1, body: 'breaking' })).rejects.toThrow('this program breaks');
  await expect.poll(threadsOfProcess).toBeLessThanOrEqual(before);
});

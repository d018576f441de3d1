// Random programs, for comparing ways to search: what threads store and do depends on what they have read, so that
// another order really makes another run. Errors are left to end their thread.
import { type Barrier, barrier } from '../../primitives/barrier.ts';
import { compute } from '../../primitives/compute.ts';
import { type Condition, condition } from '../../primitives/condition.ts';
import { type Event, event } from '../../primitives/event.ts';
import { type Lock, lock } from '../../primitives/lock.ts';
import type { Program } from '../../primitives/operation.ts';
import { type Semaphore, semaphore } from '../../primitives/semaphore.ts';
import { type Thread, thread } from '../../primitives/thread.ts';
import { type Value, value } from '../../primitives/value.ts';
import { type ThreadProgram, threadProgram } from '../../program.ts';

/** An integer from 0 to below the bound. */
export type Random = (below: number) => number;

/** The same seed gives the same numbers. */
export function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

interface Shared {
  readonly x: Value;
  readonly y: Value;
  readonly a: Lock;
  readonly b: Lock;
  readonly ready: Condition;
  readonly units: Semaphore;
  readonly flag: Event;
  readonly meeting: Barrier;
}

/** One thing that a thread does, knowing what it has seen so far. */
type Act = (shared: Shared, seen: number) => Program<unknown>;

/** Two or three threads of a few operations each; in some programs `main` starts them, and does not wait for daemons. */
export function randomProgram(random: Random): ThreadProgram {
  const codes = Array.from({ length: 2 + random(2) }, () => randomCode(random));
  const isSpawned = random(4) === 0;
  const daemons = codes.map(() => random(3) === 0);
  const joined = codes.map(() => random(2) === 0);
  const timeoutMs = maybeTimeout(random);
  return threadProgram<Shared>({
    shared() {
      const a = lock('a');
      return {
        x: value('x', 0),
        y: value('y', 0),
        a,
        b: lock('b'),
        ready: condition('ready', a),
        units: semaphore('units', 1),
        flag: event('flag'),
        meeting: barrier('meeting', 2),
      };
    },
    threads(shared) {
      const bodies = codes.map((code, index) => () => run(code, shared, index + 1));
      if (!isSpawned) return bodies.map((body, index) => ({ actor: `t${index + 1}`, body }));
      const threads = bodies.slice(1).map((body, index) => thread(`t${index + 1}`, body, { daemon: !!daemons[index] }));
      return [{ actor: 'main', body: () => runMain(threads, bodies[0] as () => Program) }, ...threads];
    },
    outcome: ({ x }) => ({ value: String(x), expected: x % 7 !== 3 }),
  });

  function* runMain(threads: readonly Thread[], body: () => Program): Program {
    for (const started of threads) yield* started.start();
    yield* body();
    for (const [index, started] of threads.entries()) if (joined[index]) yield* started.join(timeoutMs);
  }
}

function* run(code: readonly Act[], shared: Shared, number: number): Program {
  let seen = number;
  for (const act of code) seen = (seen * 31 + Number((yield* act(shared, seen)) ?? 0)) & 1023;
}

function randomCode(random: Random): Act[] {
  return Array.from({ length: 1 + random(4) }, () => (random(3) === 0 ? inside(random) : randomAct(random)));
}

/** Something done with a lock in hand. */
function inside(random: Random): Act {
  const pick = random(2) === 0 ? ({ a }: Shared) => a : ({ b }: Shared) => b;
  const acts = [randomAct(random), randomAct(random)].slice(random(2));
  return function* (shared, seen) {
    yield* pick(shared).acquire();
    for (const act of acts) yield* act(shared, seen);
    yield* pick(shared).release();
  };
}

function randomAct(random: Random): Act {
  const ofValue = random(2) === 0 ? ({ x }: Shared) => x : ({ y }: Shared) => y;
  const ofLock = random(2) === 0 ? ({ a }: Shared) => a : ({ b }: Shared) => b;
  const timeoutMs = maybeTimeout(random);
  const amount = 1 + random(3);
  const acts: readonly Act[] = [
    (shared) => ofValue(shared).read()[Symbol.iterator](),
    (shared) => ofValue(shared).read()[Symbol.iterator](),
    (shared, seen) => ofValue(shared).write(seen)[Symbol.iterator](),
    (shared) => ofValue(shared).add(amount)[Symbol.iterator](),
    (_, seen) => compute('seen', seen)[Symbol.iterator](),
    (shared) => ofLock(shared).acquire(timeoutMs)[Symbol.iterator](),
    (shared) => ofLock(shared).release()[Symbol.iterator](),
    ({ units }) => units.acquire(timeoutMs)[Symbol.iterator](),
    ({ units }) => units.release()[Symbol.iterator](),
    ({ ready }) => ready.wait(timeoutMs),
    ({ ready }) => ready.notify()[Symbol.iterator](),
    ({ flag }) => flag.wait(timeoutMs),
    ({ flag }) => flag.set()[Symbol.iterator](),
    ({ flag }) => flag.clear()[Symbol.iterator](),
    ({ meeting }) => meeting.wait(timeoutMs),
  ];
  return acts[random(acts.length)] as Act;
}

function maybeTimeout(random: Random): number | undefined {
  return random(3) === 0 ? 10 : undefined;
}

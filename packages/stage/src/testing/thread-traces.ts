// Runs of threads, told by hand in the order of a story: for tests of drawings. Stories are fed by recordings.
import { type Actor, createTrace, type Fact, type Trace } from '@lockstep/trace';

type Said = Readonly<Record<string, unknown>> & { readonly kind: string };
/** Says one fact of an actor; returns its `seq`. */
type Say = (actor: string, fact: Said) => number;

const COLOURS = 8;

function told(lab: string, threads: number, story: (say: Say) => void, main: Actor['role'] = 'main'): Trace {
  const actors: Actor[] = [{ id: 'main', role: main, colour: 0 }];
  for (let n = 1; n <= threads; n++)
    actors.push({ id: `t${n}`, role: 'thread', colour: (((n - 1) % COLOURS) + 1) as Actor['colour'], program: lab });
  const trace = createTrace({
    format: 'lockstep',
    version: 1,
    run: `sample-${lab}`,
    lab,
    mode: 'stepped',
    knobs: {},
    seed: 1,
    actors,
    reality: { parts: ['worker-threads'] },
    machine: { platform: 'linux', kernel: '6.1', node: 'v20', cores: 2 },
    startedAt: '2026-01-01T00:00:00.000Z',
  });
  story((actor, fact) =>
    trace.append({ at: trace.length * 180, source: 'program', actor, ...fact } as unknown as Fact),
  );
  return trace;
}

function startAll(say: Say, threads: number): void {
  for (let n = 1; n <= threads; n++) say(`t${n}`, { kind: 'thread.started', name: `t${n}` });
  const all = Array.from({ length: threads }, (_, index) => `t${index + 1}`);
  say('main', { kind: 'thread.blocked', on: `join(${all.join(', ')})` });
}

/** Each takes the fork at its left, then waits for the one at its right, which its neighbour holds. */
export function philosophersTrace(threads = 5): Trace {
  return told('philosopher', threads, (say) => {
    startAll(say, threads);
    for (let n = 1; n <= threads; n++) say(`t${n}`, { kind: 'lock.acquired', lock: `fork ${n}` });
    for (let n = 1; n <= threads; n++) {
      const right = (n % threads) + 1;
      const cause = say(`t${n}`, { kind: 'lock.requested', lock: `fork ${right}` });
      say(`t${n}`, { kind: 'thread.blocked', on: `fork ${right}`, holder: `t${right}`, cause });
    }
    say('main', { kind: 'run.ended', reason: 'deadlock' });
  });
}

/** More cars than places: those who come late wait until one leaves; one gives up. */
export function carParkTrace(cars = 15, places = 5): Trace {
  return told('car', cars, (say) => {
    startAll(say, cars);
    let left = places;
    for (let n = 1; n <= cars; n++) {
      const actor = `t${n}`;
      if (left > 0) say(actor, { kind: 'semaphore.acquired', semaphore: 'places', value: --left });
      else if (n === cars) say(actor, { kind: 'semaphore.refused', semaphore: 'places' });
      else say(actor, { kind: 'thread.blocked', on: 'places', ...(n % 3 === 0 ? { timeoutMs: 500 } : {}) });
    }
    for (let n = 1; n <= 3; n++) {
      const cause = say(`t${n}`, { kind: 'semaphore.released', semaphore: 'places', value: ++left });
      say(`t${n}`, { kind: 'thread.finished' });
      say(`t${places + n}`, { kind: 'thread.unblocked', on: 'places', cause });
      say(`t${places + n}`, { kind: 'semaphore.acquired', semaphore: 'places', value: --left, cause });
    }
  });
}

/** One waits to be notified, the other makes it true and notifies; then a notify that nobody hears. */
export function conditionTrace(): Trace {
  return told('reader', 2, (say) => {
    startAll(say, 2);
    say('t1', { kind: 'lock.acquired', lock: 'ready.lock', depth: 1 });
    say('t1', { kind: 'value.read', name: 'lines', value: 0 });
    say('t1', { kind: 'condition.waited', condition: 'ready', waiters: 1 });
    const freed = say('t1', { kind: 'lock.released', lock: 'ready.lock', depth: 0 });
    say('t1', { kind: 'thread.blocked', on: 'ready', timeoutMs: 500 });
    say('t2', { kind: 'lock.acquired', lock: 'ready.lock', depth: 1, cause: freed });
    say('t2', { kind: 'lock.acquired', lock: 'ready.lock', depth: 2 });
    say('t2', { kind: 'value.written', name: 'lines', value: 1, before: 0 });
    const notified = say('t2', { kind: 'condition.notified', condition: 'ready', woken: 't1', waiters: 0 });
    say('t1', { kind: 'thread.unblocked', on: 'ready', cause: notified });
    say('t1', { kind: 'condition.woken', condition: 'ready', timedOut: false, cause: notified });
    const asked = say('t1', { kind: 'lock.requested', lock: 'ready.lock' });
    say('t1', { kind: 'thread.blocked', on: 'ready.lock', holder: 't2', cause: asked });
    say('t2', { kind: 'lock.released', lock: 'ready.lock', depth: 1 });
    const free = say('t2', { kind: 'lock.released', lock: 'ready.lock', depth: 0 });
    say('t1', { kind: 'thread.unblocked', on: 'ready.lock', cause: free });
    say('t1', { kind: 'lock.acquired', lock: 'ready.lock', depth: 1, cause: free });
    say('t1', { kind: 'value.read', name: 'lines', value: 1 });
    say('t1', { kind: 'text.printed', text: 'line 1' });
    say('t1', { kind: 'lock.released', lock: 'ready.lock', depth: 0 });
    say('t2', { kind: 'condition.notified', condition: 'ready', woken: '', waiters: 0 });
    say('t2', {
      kind: 'operation.failed',
      operation: 'notify ready',
      error: 'RuntimeError: cannot notify on un-acquired lock',
    });
  });
}

/** A queue of two places: it is full once, and empty once. */
export function queueTrace(): Trace {
  return told('producer', 2, (say) => {
    startAll(say, 2);
    say('t2', { kind: 'thread.blocked', on: 'tasks' });
    say('t1', { kind: 'queue.put', queue: 'tasks', item: '7', size: 1 });
    say('t2', { kind: 'thread.unblocked', on: 'tasks' });
    say('t1', { kind: 'queue.put', queue: 'tasks', item: '8', size: 2 });
    say('t1', { kind: 'thread.blocked', on: 'tasks' });
    say('t2', { kind: 'queue.got', queue: 'tasks', item: '7', size: 1 });
    say('t1', { kind: 'thread.unblocked', on: 'tasks' });
    say('t1', { kind: 'queue.put', queue: 'tasks', item: '9', size: 2 });
    say('t2', { kind: 'thread.slept', ms: 0.2 });
    say('t2', { kind: 'queue.task-done', queue: 'tasks', unfinished: 2 });
    say('t1', { kind: 'queue.measured', queue: 'tasks', asked: 'full', answer: 'True' });
    say('t1', { kind: 'thread.blocked', on: 'tasks' });
    say('t2', { kind: 'queue.got', queue: 'tasks', item: '8', size: 1 });
    say('t2', { kind: 'queue.got', queue: 'tasks', item: '9', size: 0 });
    say('t2', { kind: 'queue.task-done', queue: 'tasks', unfinished: 1 });
    say('t2', { kind: 'queue.task-done', queue: 'tasks', unfinished: 0 });
    say('t1', { kind: 'thread.unblocked', on: 'tasks' });
    say('t1', { kind: 'queue.joined', queue: 'tasks' });
    say('t1', { kind: 'thread.finished' });
  });
}

/** Three threads of one interpreter, which hand its lock round. */
export function interpreterTrace(rounds = 2): Trace {
  return told('count', 3, (say) => {
    startAll(say, 3);
    say('t1', { kind: 'gil.requested' });
    say('t1', { kind: 'gil.taken', waitedUs: 0 });
    say('t2', { kind: 'gil.requested' });
    say('t3', { kind: 'gil.requested' });
    let holder = 1;
    for (let turn = 0; turn < rounds * 3; turn++) {
      const next = (holder % 3) + 1;
      say(`t${holder}`, { kind: 'opcode.executed', opcode: 'LOAD_FAST', argument: 'total' });
      say(`t${next}`, { kind: 'gil.drop-requested', holder: `t${holder}` });
      const dropped = say(`t${holder}`, { kind: 'gil.dropped', reason: 'request' });
      say(`t${next}`, { kind: 'gil.taken', waitedUs: 5060, cause: dropped });
      say(`t${holder}`, { kind: 'gil.requested' });
      holder = next;
    }
  });
}

/** Main is a thread of the program: it starts a worker and a daemon, joins the one; the other dies with it. */
export function daemonTrace(): Trace {
  return told(
    'clock',
    2,
    (say) => {
      say('main', { kind: 'thread.started', name: 'main' });
      say('main', { kind: 'thread.spawned', thread: 't1', daemon: false });
      say('main', { kind: 'thread.spawned', thread: 't2', daemon: true });
      say('t2', { kind: 'thread.started', name: 't2' });
      say('t1', { kind: 'thread.started', name: 't1' });
      say('main', { kind: 'thread.blocked', on: 't1', holder: 't1' });
      say('t2', { kind: 'text.printed', text: 'tick' });
      say('t1', { kind: 'event.set', event: 'done' });
      say('t2', { kind: 'event.read', event: 'done', isSet: true });
      const end = say('t1', { kind: 'thread.finished' });
      say('main', { kind: 'thread.unblocked', on: 't1', cause: end });
      say('main', { kind: 'thread.joined', thread: 't1', timedOut: false, cause: end });
      say('t2', { kind: 'text.printed', text: 'tick' });
      say('main', { kind: 'thread.finished' });
      say('t2', { kind: 'thread.killed' });
      say('main', { kind: 'run.ended', reason: 'finished' });
    },
    'thread',
  );
}

/** Three meet twice. */
export function barrierTrace(): Trace {
  return told('runner', 3, (say) => {
    startAll(say, 3);
    for (let round = 0; round < 2; round++) {
      for (let n = 1; n <= 3; n++) {
        say(`t${n}`, { kind: 'barrier.arrived', barrier: 'start', waiting: n, parties: 3 });
        if (n < 3) say(`t${n}`, { kind: 'thread.blocked', on: 'start' });
      }
      for (let n = 1; n < 3; n++) say(`t${n}`, { kind: 'thread.unblocked', on: 'start' });
      for (let n = 3; n >= 1; n--) say(`t${n}`, { kind: 'barrier.passed', barrier: 'start', index: n - 1 });
    }
    say('t1', { kind: 'barrier.broken', barrier: 'start' });
  });
}

/** So many events that only a window of them can be seen: threads take turns at locks and values. */
export function longTrace(events = 5000, threads = 12): Trace {
  return told('worker', threads, (say) => {
    startAll(say, threads);
    for (let round = 0; threads + 1 + round * 4 < events; round++) {
      const actor = `t${(round % threads) + 1}`;
      const lock = `lock ${(round % 3) + 1}`;
      say(actor, { kind: 'lock.acquired', lock });
      say(actor, { kind: 'value.added', name: 'total', value: round + 1, before: round });
      say(actor, { kind: 'queue.put', queue: 'done', item: String(round), size: round % 7 });
      say(actor, { kind: 'lock.released', lock });
    }
  });
}

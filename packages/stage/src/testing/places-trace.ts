import type { Trace } from '@lockstep/trace';
import { MAIN, started, type Told, threadsOf, toldTrace } from './told-trace.ts';

/** So many cars come one after the other to so many places; as one leaves, the one that waits longest parks. */
export function carParkTrace(cars: number, places: number): Trace {
  const all = threadsOf(cars, 'car');
  const told: Told[] = [...started(all)];
  const park = (car: number, value: number): Told => [`t${car}`, 'semaphore.acquired', { semaphore: 'places', value }];
  for (let car = 1; car <= cars; car++)
    told.push(
      car <= places
        ? park(car, places - car)
        : [`t${car}`, 'thread.blocked', { on: 'places', ...(car % 3 === 0 ? { timeoutMs: 300 } : {}) }],
    );
  for (let car = 1; car <= cars; car++) {
    const next = car + places;
    told.push([`t${car}`, 'semaphore.released', { semaphore: 'places', value: next <= cars ? 1 : next - cars }]);
    if (next <= cars) told.push([`t${next}`, 'thread.unblocked', { on: 'places' }], park(next, 0));
    told.push([`t${car}`, 'thread.finished']);
  }
  return toldTrace(all, told);
}

/** Two places; the third release is one too many: without a bound there are three places now. */
export function overReleaseTrace(): Trace {
  const all = threadsOf(2, 'guest');
  return toldTrace(all, [
    ...started(all),
    ['t1', 'semaphore.acquired', { semaphore: 'rooms', value: 1 }],
    ['t1', 'semaphore.released', { semaphore: 'rooms', value: 2 }],
    ['t1', 'semaphore.released', { semaphore: 'rooms', value: 3 }],
    ['t2', 'semaphore.acquired', { semaphore: 'rooms', value: 2 }],
    ['t2', 'operation.failed', { operation: 'release rooms', error: 'ValueError: Semaphore released too many times' }],
  ]);
}

/** A reentrant lock taken twice by its owner while another waits, and a plain lock beside it. */
export function locksTrace(): Trace {
  const all = threadsOf(3, 'worker');
  return toldTrace(all, [
    ...started(all),
    ['t1', 'lock.acquired', { lock: 'account', depth: 1 }],
    ['t1', 'lock.acquired', { lock: 'account', depth: 2 }],
    ['t2', 'lock.requested', { lock: 'account' }],
    ['t2', 'thread.blocked', { on: 'account', holder: 't1' }],
    ['t3', 'lock.acquired', { lock: 'log' }],
    ['t3', 'lock.requested', { lock: 'account' }],
    ['t3', 'thread.blocked', { on: 'account', holder: 't1', timeoutMs: 100 }],
    ['t3', 'lock.refused', { lock: 'account', timeoutMs: 100 }],
    ['t1', 'lock.released', { lock: 'account', depth: 1 }],
    ['t1', 'lock.released', { lock: 'account', depth: 0 }],
    ['t2', 'thread.unblocked', { on: 'account' }],
    ['t2', 'lock.acquired', { lock: 'account', depth: 1 }],
  ]);
}

/** Four come, all leave; in the second round the time of one who waits runs out. */
export function barrierTrace(): Trace {
  const all = threadsOf(4, 'runner');
  const told: Told[] = [...started(all)];
  const arrive = (thread: number, waiting: number) =>
    told.push([`t${thread}`, 'barrier.arrived', { barrier: 'start', waiting, parties: 4 }]);
  const wait = (thread: number) => told.push([`t${thread}`, 'thread.blocked', { on: 'start', timeoutMs: 500 }]);
  for (const thread of [1, 2, 3]) {
    arrive(thread, thread);
    wait(thread);
  }
  arrive(4, 4);
  for (const thread of [4, 1, 2, 3]) {
    if (thread !== 4) told.push([`t${thread}`, 'thread.unblocked', { on: 'start' }]);
    told.push([`t${thread}`, 'barrier.passed', { barrier: 'start', index: thread - 1 }]);
  }
  arrive(2, 1);
  wait(2);
  arrive(1, 2);
  wait(1);
  told.push(['t2', 'operation.failed', { operation: 'pass start', error: 'BrokenBarrierError' }]);
  told.push(['t1', 'thread.unblocked', { on: 'start' }]);
  told.push(['t1', 'operation.failed', { operation: 'pass start', error: 'BrokenBarrierError' }]);
  return toldTrace(all, told);
}

/** Passengers wait for a bus; the first sees that it is not there, the last comes when it is. */
export function eventTrace(passengers = 6): Trace {
  const all = [MAIN, ...threadsOf(passengers, 'passenger')];
  const told: Told[] = [...started(all)];
  const waiting = Array.from({ length: passengers - 1 }, (_, index) => `t${index + 1}`);
  for (const actor of waiting)
    told.push([actor, 'event.read', { event: 'bus', isSet: false }], [actor, 'thread.blocked', { on: 'bus' }]);
  told.push(['main', 'event.set', { event: 'bus' }]);
  for (const actor of waiting.slice(0, 3))
    told.push([actor, 'thread.unblocked', { on: 'bus' }], [actor, 'event.waited', { event: 'bus', isSet: true }]);
  told.push([`t${passengers}`, 'event.waited', { event: 'bus', isSet: true }]);
  told.push(['main', 'event.cleared', { event: 'bus' }]);
  return toldTrace(all, told);
}

/** A notify that nobody hears, then one that wakes two of three who wait. */
export function conditionTrace(): Trace {
  const all = [MAIN, ...threadsOf(3, 'waiter')];
  const told: Told[] = [...started(all)];
  const lock = (actor: string, kind: string) =>
    told.push([actor, `lock.${kind}`, { lock: 'turn.lock', depth: kind === 'acquired' ? 1 : 0 }]);
  lock('main', 'acquired');
  told.push(['main', 'condition.notified', { condition: 'turn', woken: '', waiters: 0 }]);
  lock('main', 'released');
  for (const [index, actor] of ['t1', 't2', 't3'].entries()) {
    lock(actor, 'acquired');
    told.push([actor, 'condition.waited', { condition: 'turn', waiters: index + 1 }]);
    lock(actor, 'released');
    told.push([actor, 'thread.blocked', { on: 'turn' }]);
  }
  lock('main', 'acquired');
  told.push(['main', 'condition.notified', { condition: 'turn', woken: 't1,t2', waiters: 1 }]);
  told.push(['t1', 'thread.unblocked', { on: 'turn' }]);
  told.push(['t1', 'condition.woken', { condition: 'turn', timedOut: false }]);
  told.push(
    ['t1', 'lock.requested', { lock: 'turn.lock' }],
    ['t1', 'thread.blocked', { on: 'turn.lock', holder: 'main' }],
  );
  lock('main', 'released');
  told.push(['t1', 'thread.unblocked', { on: 'turn.lock' }]);
  lock('t1', 'acquired');
  return toldTrace(all, told);
}

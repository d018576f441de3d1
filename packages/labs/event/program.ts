import {
  type Event,
  event,
  type Program,
  type ProgramThread,
  print,
  sleep,
  threadProgram,
  type Value,
  value,
} from '@lockstep/threads';

export function* passenger(bus: Event, boarded: Value): Program {
  yield* bus.wait(); // [1]
  yield* boarded.add(1); // [2]
}

export function* driver(bus: Event, comesAfterMs: number, leavesAtOnce: boolean): Program {
  if (comesAfterMs > 0) {
    yield* sleep(comesAfterMs); // [3]
  }
  yield* bus.set(); // [4]
  if (leavesAtOnce) {
    yield* bus.clear(); // [5]
  }
}

export function* client(ready: Event, connected: Value, tries: number, timeoutMs: number): Program {
  for (let attempt = 1; attempt <= tries; attempt++) {
    const isReady = yield* ready.wait(timeoutMs); // [6]
    if (isReady) {
      yield* connected.write(attempt); // [7]
      return;
    }
    yield* print(`try ${attempt}: no answer`); // [8]
  }
  yield* print('gives up'); // [9]
}

export function* checker(ready: Event, takesMs: number): Program {
  if (takesMs > 0) {
    yield* sleep(takesMs); // [10]
  }
  yield* ready.set(); // [11]
}

/** What is shared, who runs what, and what the end should be. */
export const program = threadProgram({
  shared: (knobs) =>
    knobs['story'] === 'database'
      ? { flag: event('ready'), count: value('connected at try', 0) }
      : { flag: event('bus'), count: value('boarded', 0) },
  threads({ flag, count }, knobs): readonly ProgramThread[] {
    const bodies =
      knobs['story'] === 'database'
        ? [
            () => client(flag, count, Number(knobs['tries']), Number(knobs['timeoutMs'])),
            () => checker(flag, Number(knobs['takesMs'])),
          ]
        : [
            ...Array.from({ length: Number(knobs['passengers']) }, () => () => passenger(flag, count)),
            () => driver(flag, Number(knobs['takesMs']), knobs['leaves'] === 'at-once'),
          ];
    return bodies.map((body, index) => ({ actor: `t${index + 1}`, body }));
  },
  outcome: ({ count }, knobs) =>
    knobs['story'] === 'database'
      ? { value: count === 0 ? 'gave up' : `connected at try ${count}`, expected: true }
      : { value: `${count} boarded`, expected: count === Number(knobs['passengers']) },
});

// [1] Goes on at once if the flag is set, now or long ago.
// [4] Sets the flag and lets all go on who wait.
// [5] Whoever comes now must wait for the next bus.
// [6] False: the time ran out and the flag was not set.

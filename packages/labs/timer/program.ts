import { type Program, sleep, type Timer, threadProgram, timer, type Value, value } from '@lockstep/threads';

interface Shop {
  readonly logout: Timer;
  readonly loggedIn: Value;
  readonly orders: Value;
}

export function* shop({ logout, loggedIn, orders }: Shop, waits: boolean, thinkMs: number): Program {
  yield* logout.start(); // [1]
  if (thinkMs > 0) {
    yield* sleep(thinkMs); // [2]
  }
  yield* logout.cancel(); // [3]
  if (waits) {
    yield* logout.join(); // [4]
  }
  const isIn = yield* loggedIn.read(); // [5]
  if (isIn === 1) {
    yield* orders.add(1); // [6]
  }
}

export function* logOut(loggedIn: Value): Program {
  yield* loggedIn.write(0); // [7]
}

export function* begin(timers: readonly Timer[]): Program {
  for (const one of timers) {
    yield* one.start(); // [8]
  }
}

export function* tick(ticks: Value, next: Timer | undefined, startsNext: string, workMs: number): Program {
  yield* ticks.add(1); // [9]
  if (next && startsNext === 'before-work') {
    yield* next.start(); // [10]
  }
  if (workMs > 0) {
    yield* sleep(workMs); // [11]
  }
  if (next && startsNext === 'after-work') {
    yield* next.start(); // [12]
  }
}

/** What is shared, who runs what, and what the end should be. */
export const program = threadProgram({
  shared(knobs) {
    const [loggedIn, orders, ticks] = [value('logged in', 1), value('orders', 0), value('ticks', 0)];
    if (knobs['story'] === 'logout') {
      const logout = timer('t1', Number(knobs['intervalMs']), () => logOut(loggedIn));
      return { loggedIn, orders, ticks: undefined, timers: [logout] };
    }
    const [startsNext, periodMs, workMs] = [String(knobs['next']), Number(knobs['periodMs']), Number(knobs['workMs'])];
    const timers: readonly Timer[] = Array.from({ length: Number(knobs['ticks']) }, (_, index) =>
      timer(`t${index + 1}`, startsNext === 'from-start' ? (index + 1) * periodMs : periodMs, () =>
        tick(ticks, timers[index + 1], startsNext, workMs),
      ),
    );
    return { loggedIn: undefined, orders: undefined, ticks, timers };
  },
  threads({ loggedIn, orders, timers }, knobs) {
    const [first] = timers;
    const startsAll = knobs['next'] === 'from-start';
    const body =
      loggedIn && orders && first
        ? () => shop({ logout: first, loggedIn, orders }, knobs['joins'] === true, Number(knobs['thinkMs']))
        : () => begin(startsAll ? timers : timers.slice(0, 1));
    return [{ actor: 'main', body }, ...timers];
  },
  outcome({ loggedIn, orders, ticks }, knobs) {
    if (knobs['story'] === 'repeat') return { value: `${ticks} ticks`, expected: ticks === Number(knobs['ticks']) };
    if (orders === 0) return { value: 'too late: logged out', expected: true };
    return loggedIn === 1
      ? { value: 'cancelled in time', expected: true }
      : { value: 'ordered, and logged out all the same', expected: false };
  },
});

// [1] A timer is a thread. It begins to wait when it is started.
// [3] Sets the event for which the timer waits. It says nothing about whether that was in time.
// [4] When join returns, the function has run or never will.
// [7] What the timer does when its time has run out.
// [8] One timer, or all of them: then every deadline is counted from the start.
// [12] The next one is counted from here: from the end of the work.

// How often one address may try a code. A whole class may stand behind one address, so there is room for hundreds at
// once. Guessing is another thing: each try takes one of a few places before its code is looked at. Whoever knew the code
// gives the place back at once; those of wrong codes come back slowly. When none is left, every further try from there
// waits its turn, and is refused when that has not come after a while.

import { Refused } from '@lockstep/lab';
import { createRecentlyUsed } from '../recently-used.ts';
import { networkOf } from '../sockets/address-limit.ts';

export interface JoinGateLimits {
  /** Tries at once, right or wrong, and how many come back each second. */
  readonly tries: number;
  readonly triesPerSecond: number;
  /** Places for codes that may be wrong, and how many come back each second. */
  readonly places: number;
  readonly placesPerSecond: number;
  readonly maxWaitMs: number;
}

export interface JoinGate {
  /** Settles when the code may be looked at. @throws Refused too-fast */
  enter(address: string): Promise<void>;
  /** The code was right: the place is free again. */
  wasRight(address: string): void;
}

const TRIES: Omit<JoinGateLimits, 'maxWaitMs'> = {
  tries: 800,
  triesPerSecond: 10,
  places: 30,
  placesPerSecond: 1,
};

const MAX_ADDRESSES = 10_000;

export function createJoinGate(changes: Pick<JoinGateLimits, 'maxWaitMs'> & Partial<JoinGateLimits>): JoinGate {
  const limits = { ...TRIES, ...changes };
  const queues = createRecentlyUsed<JoinQueue>(MAX_ADDRESSES);

  function queueOf(address: string): JoinQueue {
    const network = networkOf(address);
    const queue = queues.get(network) ?? createJoinQueue(limits);
    queues.set(network, queue);
    return queue;
  }

  return {
    enter: (address) => queueOf(address).enter(),
    wasRight: (address) => queueOf(address).giveBack(),
  };
}

interface JoinQueue {
  enter(): Promise<void>;
  giveBack(): void;
}

/** The tries of one address, in the order in which they came. */
function createJoinQueue(limits: JoinGateLimits): JoinQueue {
  const tries = createLevel(limits.tries, limits.triesPerSecond);
  const places = createLevel(limits.places, limits.placesPerSecond);
  const waiting = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;

  function letIn(): void {
    for (const goOn of waiting) {
      if (!places.take()) break;
      waiting.delete(goOn);
      goOn();
    }
    clearTimeout(timer);
    timer = waiting.size > 0 ? setTimeout(letIn, places.msToNext()) : undefined;
  }

  return {
    async enter() {
      if (!tries.take()) throw tooFast();
      if (waiting.size === 0 && places.take()) return;
      await new Promise<void>((resolve, reject) => {
        const patience = setTimeout(() => {
          waiting.delete(goOn);
          reject(tooFast());
        }, limits.maxWaitMs);
        const goOn = () => {
          clearTimeout(patience);
          resolve();
        };
        waiting.add(goOn);
        letIn();
      });
    },
    giveBack() {
      places.add();
      letIn();
    },
  };
}

function tooFast(): Refused {
  return new Refused('too-fast', 'many codes were tried from this address; wait a minute');
}

/** Something of which there are at most `most`, and which comes back by and by. */
function createLevel(most: number, perSecond: number) {
  let level = most;
  let filledAtMs = performance.now();

  function fill(): void {
    const nowMs = performance.now();
    level = Math.min(most, level + ((nowMs - filledAtMs) / 1000) * perSecond);
    filledAtMs = nowMs;
  }

  return {
    take(): boolean {
      fill();
      if (level < 1) return false;
      level--;
      return true;
    },
    add(): void {
      fill();
      level = Math.min(most, level + 1);
    },
    /** A little more than it takes: timers may come early. */
    msToNext: (): number => Math.max(0, Math.ceil(((1 - level) / perSecond) * 1000)) + 1,
  };
}

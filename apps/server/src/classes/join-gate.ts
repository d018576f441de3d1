// How often one address may try a code. A whole class may stand behind one address, so at first there is room for
// hundreds at once. Guessing is another thing: each try takes a place among a few that come back slowly, and whoever
// knew the code gives it back. When none is left, every further try waits its turn, before its code is looked at.
import { setTimeout } from 'node:timers/promises';
import { createRecentlyUsed } from '../recently-used.ts';
import { Refused } from '../refused.ts';
import { networkOf } from '../sockets/address-limit.ts';

export interface JoinGateLimits {
  /** Tries at once, right or wrong, and how many come back each second. */
  readonly tries: number;
  readonly triesPerSecond: number;
  /** Wrong tries before it gets slow, and how many come back each second. */
  readonly wrongTries: number;
  readonly wrongTriesPerSecond: number;
  /** Whoever would have to wait longer is refused. */
  readonly maxWaitMs: number;
}

export interface JoinGate {
  /** Waits for its turn. @throws Refused too-fast */
  enter(address: string): Promise<void>;
  /** The code was right: the place is free again. */
  wasRight(address: string): void;
}

const JOIN_GATE_LIMITS: JoinGateLimits = {
  tries: 400,
  triesPerSecond: 5,
  wrongTries: 30,
  wrongTriesPerSecond: 1,
  maxWaitMs: 4_000,
};

const MAX_ADDRESSES = 10_000;

/** A bucket whose level may be read and drawn below zero: then it says how long ago it should have been filled. */
interface Level {
  tokens: number;
  filledAtMs: number;
}

interface Place {
  readonly tries: Level;
  readonly wrong: Level;
}

/** @param wait and `nowMs` are the clock; a test brings its own */
export function createJoinGate(
  limits: JoinGateLimits = JOIN_GATE_LIMITS,
  nowMs: () => number = () => performance.now(),
  wait: (ms: number) => Promise<unknown> = (ms) => setTimeout(ms),
): JoinGate {
  const places = createRecentlyUsed<Place>(MAX_ADDRESSES);

  function placeOf(address: string): Place {
    const key = networkOf(address);
    const filledAtMs = nowMs();
    const place = places.get(key) ?? {
      tries: { tokens: limits.tries, filledAtMs },
      wrong: { tokens: limits.wrongTries, filledAtMs },
    };
    places.set(key, place);
    fill(place.tries, limits.tries, limits.triesPerSecond);
    fill(place.wrong, limits.wrongTries, limits.wrongTriesPerSecond);
    return place;
  }

  function fill(level: Level, most: number, perSecond: number): void {
    const now = nowMs();
    level.tokens = Math.min(most, level.tokens + ((now - level.filledAtMs) / 1000) * perSecond);
    level.filledAtMs = now;
  }

  return {
    async enter(address) {
      const { tries, wrong } = placeOf(address);
      const waitMs = Math.max(0, (1 - wrong.tokens) / limits.wrongTriesPerSecond) * 1000;
      if (tries.tokens < 1 || waitMs > limits.maxWaitMs)
        throw new Refused('too-fast', 'many codes were tried from this address; wait a minute');
      tries.tokens--;
      wrong.tokens--;
      if (waitMs > 0) await wait(waitMs);
    },
    wasRight(address) {
      const { wrong } = placeOf(address);
      wrong.tokens = Math.min(limits.wrongTries, wrong.tokens + 1);
    },
  };
}

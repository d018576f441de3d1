// How often one address may try a code. A whole class may stand behind one address, so at first there is room for
// hundreds at once. Guessing is another thing: each try takes a place among a few that come back slowly, and whoever
// knew the code gives it back. When none is left, every further try waits its turn, before its code is looked at.
import { isIPv6 } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { Refused } from '../refused.ts';

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

const MOST_ADDRESSES = 10_000;

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
  const places = new Map<string, Place>();

  function placeOf(address: string): Place {
    const key = networkOf(address);
    const filledAtMs = nowMs();
    const place = places.get(key) ?? {
      tries: { tokens: limits.tries, filledAtMs },
      wrong: { tokens: limits.wrongTries, filledAtMs },
    };
    // Whoever came last is at the end: the first is the one not heard of for longest.
    places.delete(key);
    places.set(key, place);
    if (places.size > MOST_ADDRESSES) places.delete(places.keys().next().value ?? '');
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

/** Who has one IPv6 address has 2^64 of them: they count as one. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(address) ? firstGroups(address) : address;
}

function firstGroups(address: string): string {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after].slice(0, 4).join(':');
}

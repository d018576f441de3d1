// Two runs side by side: how far they are the same, and which steps of the one stand beside which of the other.
import type { TraceEvent } from './event.ts';
import { fieldsOf } from './kinds.ts';
import type { Trace } from './trace.ts';

/** Two cursors that stand side by side. */
export interface CursorPair {
  readonly left: number;
  readonly right: number;
}

/**
 * Goes along both runs from two cursors that stand side by side, as long as each event of the one is that of the other.
 *
 * @returns the cursors before the first two events that differ, one of which may be the end of its run; undefined: the
 * runs are the same to the end.
 * @example firstDifference(left, right) // { left: 9, right: 9 }: the same until step 9
 */
export function firstDifference(
  left: Trace,
  right: Trace,
  from: CursorPair = { left: 0, right: 0 },
): CursorPair | undefined {
  const most = Math.min(left.length - from.left, right.length - from.right);
  let same = 0;
  while (same < most && isSameStep(left.event(from.left + same), right.event(from.right + same))) same++;
  const pair = { left: from.left + same, right: from.right + same };
  return pair.left === left.length && pair.right === right.length ? undefined : pair;
}

/**
 * Two runs never take the same time, and the kernel picks numbers by chance: neither makes a difference. What happened,
 * to whom and with what, does.
 */
export function isSameStep(left: TraceEvent, right: TraceEvent): boolean {
  if (left.kind !== right.kind || left.actor !== right.actor) return false;
  const [one, other] = [left, right] as unknown as readonly [Values, Values];
  return fieldsOf(left.kind).every(({ name }) => BY_CHANCE.has(name) || isSameValue(one[name], other[name]));
}

type Values = Readonly<Record<string, unknown>>;

/** Fields that are measured, or that the kernel picks anew each time. */
const BY_CHANCE: ReadonlySet<string> = new Set([
  'elapsedUs',
  'overlapPercent',
  'waitedUs',
  'perSecond',
  'medianSliceUs',
  'switches',
  'rttUs',
  'rtoUs',
  'expiresMs',
  'pid',
  'sequence',
  'acknowledgment',
  'sourcePort',
  'destinationPort',
  'bytes',
]);

/** Ports that Linux hands out by itself (ip_local_port_range: 32768 to 60999), where they stand in a text. */
const EPHEMERAL_PORT = /(?<!\d)(?:3276[89]|327[7-9]\d|32[89]\d\d|3[3-9]\d{3}|[45]\d{4}|60\d{3})(?!\d)/g;

function isSameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  return one.replace(EPHEMERAL_PORT, '*') === other.replace(EPHEMERAL_PORT, '*');
}

/**
 * Two runs under one transport. A **position** counts steps from the anchor, where both stand side by side: before it
 * below 0. A run that has not begun yet, or is over, waits for the other.
 */
export interface Alignment {
  readonly anchor: CursorPair;
  /** The position at which neither has begun, */
  readonly first: number;
  /** and at which both are over. */
  readonly last: number;
}

export function alignmentAt(anchor: CursorPair, lengths: CursorPair): Alignment {
  const { left, right } = clampPair(anchor, lengths);
  return {
    anchor: { left, right },
    first: -Math.max(left, right),
    last: Math.max(lengths.left - left, lengths.right - right),
  };
}

/** Where both runs are at a position. */
export function cursorsAt({ anchor }: Alignment, position: number, lengths: CursorPair): CursorPair {
  return clampPair({ left: anchor.left + position, right: anchor.right + position }, lengths);
}

function clampPair({ left, right }: CursorPair, lengths: CursorPair): CursorPair {
  return { left: clamp(left, lengths.left), right: clamp(right, lengths.right) };
}

function clamp(cursor: number, length: number): number {
  return Math.max(0, Math.min(Math.trunc(cursor), length));
}

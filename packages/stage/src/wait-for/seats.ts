// Where threads and locks sit. Nobody moves: the places depend on who there is, not on the cursor, so that only the
// edges come and go.
import { joinedBy, type Trace } from '@lockstep/trace';
import { monoWidth, sansWidth } from '../text-width.ts';

/** Who sits around the table. With as many locks as threads, `locks[i]` lies between `threads[i]` and the next one. */
export interface Seats {
  readonly threads: readonly string[];
  readonly locks: readonly string[];
}

export interface Seat {
  readonly id: string;
  readonly kind: 'thread' | 'lock';
  readonly x: number;
  readonly y: number;
  /** Half the extent: of a circle both are its radius. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** Outwards from the middle; where the name goes. */
  readonly outwards: { readonly x: number; readonly y: number };
}

export interface SeatPlan {
  readonly seats: readonly Seat[];
  readonly radius: number;
  /** Names stand beside the circles. */
  readonly hasNames: boolean;
  /** What all locks are called, when only the rest of their names stands in the boxes. */
  readonly prefix: string;
  /** What all threads are called, when no names stand beside the circles. */
  readonly threadPrefix: string;
}

interface Room {
  readonly width: number;
  readonly height: number;
}

/** Threads and locks of the first `length` events; the locks turned so that each lies beside those who use it. */
export function seatsOf(trace: Trace, length: number): Seats {
  const users = new Map<string, Set<string>>();
  const threads = trace.header.actors.filter((actor) => actor.role === 'thread').map((actor) => actor.id);
  for (let seq = 0; seq < length; seq++) {
    const kind = trace.kindAt(seq);
    if (!kind.startsWith('lock.') && kind !== 'thread.blocked') continue;
    const event = trace.event(seq);
    const on = 'lock' in event ? event.lock : 'on' in event ? event.on : '';
    if (joinedBy(on)) continue;
    users.set(on, (users.get(on) ?? new Set()).add(event.actor));
    if (!threads.includes(event.actor)) threads.push(event.actor);
  }
  const locks = [...users.keys()].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  // One more than there are threads, and everybody uses it: it lies in the middle.
  const shared =
    locks.length === threads.length + 1 ? locks.find((lock) => users.get(lock)?.size === threads.length) : '';
  const ring = shared ? locks.filter((lock) => lock !== shared) : locks;
  return { threads, locks: [...turned(ring, threads, users), ...(shared ? [shared] : [])] };
}

function turned(
  locks: readonly string[],
  threads: readonly string[],
  users: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  if (locks.length !== threads.length) return locks;
  const turns = locks.map((_, by) => [...locks.slice(by), ...locks.slice(0, by)]);
  const beside = (turn: readonly string[]) =>
    turn.filter((lock, i) => {
      const both = [threads[i], threads[(i + 1) % threads.length]];
      return both.every((thread) => thread !== undefined && users.get(lock)?.has(thread));
    }).length;
  return turns.reduce((best, turn) => (beside(turn) > beside(best) ? turn : best), locks);
}

export function seatPlanOf({ threads, locks }: Seats, room: Room, nameOf: (thread: string) => string): SeatPlan {
  const count = threads.length + locks.length;
  const radius = Math.max(11, Math.min(24, Math.min(room.width, room.height) / (count > 8 ? 16 : 11)));
  const roomy = room.width >= 440 && room.height >= 260;
  const names = threads.map((thread) => sansWidth(nameOf(thread), 13));
  const places = placesOf(threads.length, locks.length);
  const sideNames = places.threads.some(isAside);
  const widest = Math.max(0, ...names);
  const hasNames = sideNames ? roomy && widest < room.width / 6 : widest < room.width / Math.max(2, threads.length);
  const prefix = locks.length > 4 || !roomy ? commonPrefix(locks) : '';
  const size = roomy ? 14 : 12;
  const half = (lock: string) =>
    Math.max(radius * 0.8, monoWidth(lock.slice(prefix.length), size) / 2 + (roomy ? 9 : 6));
  const widestBox = Math.max(radius, ...locks.map(half));
  const padX = Math.max(widestBox, radius) + 14 + (hasNames && sideNames ? widest : 0);
  const padY = radius + (hasNames ? 34 : 14);
  const most = { x: room.width / 2 - padX, y: room.height / 2 - padY };
  // Rather a circle than an ellipse, and never a tall one.
  const reach = { x: Math.min(most.x, 1.9 * most.y), y: Math.min(most.y, most.x) };
  const at = ({ x, y }: Place) => ({
    x: Math.round(room.width / 2 + x * reach.x),
    y: Math.round(room.height / 2 + y * reach.y),
    outwards: { x, y },
  });
  const seats: Seat[] = [];
  for (const [i, id] of threads.entries())
    seats.push({ id, kind: 'thread', ...at(places.threads[i] as Place), halfWidth: radius, halfHeight: radius });
  for (const [i, id] of locks.entries())
    seats.push({ id, kind: 'lock', ...at(places.locks[i] as Place), halfWidth: half(id), halfHeight: radius * 0.8 });
  return { seats, radius, hasNames, prefix, threadPrefix: hasNames ? '' : commonPrefix(threads.map(nameOf)) };
}

/** From −1 to 1 in both directions. */
interface Place {
  readonly x: number;
  readonly y: number;
}

function placesOf(threads: number, locks: number): { readonly threads: Place[]; readonly locks: Place[] } {
  const middle = { x: 0, y: 0 };
  if (locks === 1 && threads <= 2)
    return { threads: row(threads, 2, 0), locks: [threads === 1 ? { x: 1, y: 0 } : middle] };
  if (locks <= 1) return { threads: ring(threads, 0), locks: [middle] };
  if (threads === 2 && locks === 2)
    return { threads: [corner(-1, -1), corner(1, 1)], locks: [corner(1, -1), corner(-1, 1)] };
  if (threads >= 3 && locks === threads) return { threads: ring(threads, 0), locks: ring(locks, 0.5) };
  if (threads >= 3 && locks === threads + 1)
    return { threads: ring(threads, 0), locks: [...ring(threads, 0.5), middle] };
  if (threads >= 4 && locks <= 3)
    return { threads: ring(threads, 0.5), locks: row(locks, locks, 0).map(({ x, y }) => ({ x: x * 0.4, y })) };
  return { threads: row(threads, threads, -0.9), locks: row(locks, locks, 0.9) };
}

/** Whether a name stands left or right of its circle, and not above or below. */
export function isAside({ x, y }: Place): boolean {
  return Math.abs(x) > 0.4 && Math.abs(y) < 0.75;
}

function corner(x: number, y: number): Place {
  return { x: x * 0.8, y: y * 0.8 };
}

function ring(count: number, offset: number): Place[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = ((i + offset) / count) * 2 * Math.PI - Math.PI / 2;
    return { x: Math.cos(angle), y: Math.sin(angle) };
  });
}

function row(count: number, of: number, y: number): Place[] {
  if (of === 1) return [{ x: 0, y }];
  return Array.from({ length: count }, (_, i) => ({ x: (2 * i) / (of - 1) - 1, y }));
}

/** What all names begin with, if what is left still tells them apart: `fork 1`, `fork 2` … */
function commonPrefix(names: readonly string[]): string {
  const [first = ''] = names;
  if (names.length < 2) return '';
  let length = 0;
  while (length < first.length && names.every((name) => name[length] === first[length])) length++;
  // Digits belong together: of `a10` and `a11` the prefix is `a`.
  while (length > 0 && /\d/.test(first[length - 1] as string)) length--;
  return names.every((name) => name.length > length) ? first.slice(0, length) : '';
}

// The swap test: two events are picked, and it is told whether their order was forced. What the trace has recorded says
// by which chain they hang together in this run; what a program of threads could have done otherwise, its model says.
import type { OrderQuestion, OrderVerdict } from '@lockstep/lab';
import { type Order, operationsAt, orderOf, type Trace } from '@lockstep/trace';
import type { StripMark } from '../player/strip-mark.ts';

export type SwapTest =
  | { readonly kind: 'picking'; readonly first: number }
  | {
      readonly kind: 'told';
      /** The `seq` of the one that came first, */
      readonly earlier: number;
      readonly later: number;
      readonly order: Order;
      /** What the model of the program says; `asking`: not yet; undefined: it was not asked. */
      readonly verdict: OrderVerdict | 'asking' | 'unreachable' | undefined;
    };

/** The longest schedule that can be asked about. */
const MAX_OPERATIONS = 2000;

/** Its threads are stepped by instruction; of them there is no model. */
const CPYTHON = 'cpython';

export function testOrder(trace: Trace, one: number, other: number): Extract<SwapTest, { kind: 'told' }> {
  const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
  return { kind: 'told', earlier, later, order: orderOf(trace, earlier, later), verdict: undefined };
}

/**
 * What to ask the program; undefined where it need not be asked (a chain that lasts says enough), or cannot: both events
 * have to be operations of threads that were scheduled one by one.
 */
export function questionAbout(
  trace: Trace,
  { earlier, later, order }: Pick<Extract<SwapTest, { kind: 'told' }>, 'earlier' | 'later' | 'order'>,
): OrderQuestion | undefined {
  const { mode, reality, actors } = trace.header;
  if (order.forced && order.lasting) return undefined;
  if (mode !== 'stepped' && mode !== 'free') return undefined;
  if (!actors.every(({ role }) => role === 'thread' || role === 'main') || reality.parts.includes(CPYTHON))
    return undefined;
  const operations = operationsAt(trace, trace.length);
  if (operations.length > MAX_OPERATIONS) return undefined;
  const nameOf = (seq: number) => {
    const at = operations.findIndex((operation) => operation.seq === seq);
    const thread = operations[at]?.thread;
    if (thread === undefined) return undefined;
    return { thread, nth: operations.slice(0, at).filter((operation) => operation.thread === thread).length };
  };
  const [first, second] = [nameOf(earlier), nameOf(later)];
  return first && second
    ? { schedule: operations.map(({ thread }) => thread), earlier: first, later: second }
    : undefined;
}

/** The two events on the strip, each with its sign. */
export function marksOf(swap: SwapTest | undefined): readonly StripMark[] {
  if (!swap) return [];
  if (swap.kind === 'picking') return [{ seq: swap.first, sign: 'first' }];
  return [
    { seq: swap.earlier, sign: 'first' },
    { seq: swap.later, sign: 'second' },
  ];
}

/** Whether the found schedule can be run on real threads as it was searched: the free program may have other knobs. */
export function canReplay(trace: Trace): boolean {
  return trace.header.mode === 'stepped';
}

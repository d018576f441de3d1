import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from './event.ts';
import { createTrace, type Trace } from './index.ts';
import { orderOf } from './order-of.ts';
import { facts, header, traceOf } from './testing/arbitrary-trace.ts';

const by = { at: 0, source: 'program' } as const;

/** Who does what, and the `seq` of its cause. */
function told(...steps: readonly [actor: string, fact: object, cause?: number][]): Trace {
  return traceOf(
    steps.map(([actor, fact, cause]) => ({ ...by, actor, ...fact, ...(cause === undefined ? {} : { cause }) }) as Fact),
  );
}

const acquired = { kind: 'lock.acquired', lock: 'a' };
const released = { kind: 'lock.released', lock: 'a' };
const printed = { kind: 'text.printed', text: '' };

describe('orderOf', () => {
  it('is forced by the program where one thread does both', () => {
    const trace = told(['t1', printed], ['t2', printed], ['t1', printed], ['t1', printed]);
    expect(orderOf(trace, 0, 3)).toEqual({ forced: true, lasting: true, chain: [{ seq: 3, by: 'program' }] });
  });

  it('is not forced where nothing leads from the one to the other', () => {
    const trace = told(['t1', printed], ['t2', printed]);
    expect(orderOf(trace, 0, 1)).toEqual({ forced: false });
  });

  it('follows a lock from its release to who takes it, which is a matter of turn', () => {
    const trace = told(['t1', acquired], ['t1', printed], ['t1', released], ['t2', acquired, 2], ['t2', printed]);
    expect(orderOf(trace, 1, 4)).toEqual({
      forced: true,
      lasting: false,
      chain: [
        { seq: 2, by: 'program' },
        { seq: 3, by: 'turn' },
        { seq: 4, by: 'program' },
      ],
    });
  });

  it('prefers a longer chain that lasts to a shorter one by turn', () => {
    const trace = told(
      ['t1', released],
      ['t1', { kind: 'thread.spawned', thread: 't2', daemon: false }],
      ['t2', { kind: 'thread.started', name: 't2' }, 1],
      ['t2', acquired, 0],
    );
    expect(orderOf(trace, 0, 3)).toMatchObject({ lasting: true, chain: [{ seq: 1 }, { seq: 2 }, { seq: 3 }] });
  });

  it('takes the order within a kernel for no reason', () => {
    const kernel = createTrace({ ...header, actors: [{ id: 'k', role: 'kernel', colour: 1 }] });
    for (let seq = 0; seq < 2; seq++) kernel.append({ ...by, actor: 'k', ...printed } as Fact);
    expect(orderOf(kernel, 0, 1)).toEqual({ forced: false });
  });

  it('of any trace finds a chain exactly where there is one, and each of its links stands in the trace', () => {
    fc.assert(
      fc.property(facts, fc.nat(), fc.nat(), (list, one, other) => {
        fc.pre(list.length > 1);
        const trace = traceOf(list);
        const [earlier, later] = [one % list.length, other % list.length].toSorted((a, b) => a - b) as [number, number];
        const order = orderOf(trace, earlier, later);
        expect(order.forced).toBe(earlier !== later && pastOf(trace, later).has(earlier));
        if (!order.forced) return;
        let at = earlier;
        for (const link of order.chain) {
          if (link.by === 'program') expect(trace.actorAt(link.seq)).toBe(trace.actorAt(at));
          else expect(trace.causeAt(link.seq)).toBe(at);
          expect(link.seq).toBeGreaterThan(at);
          at = link.seq;
        }
        expect(at).toBe(later);
      }),
    );
  });
});

/** All that happened before an event, by the plain definition. */
function pastOf(trace: Trace, later: number): ReadonlySet<number> {
  const past = new Set<number>();
  const open = [later];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const cause = trace.causeAt(at);
    const before = cause === undefined ? [] : [cause];
    for (let seq = 0; seq < at; seq++) if (trace.actorAt(seq) === trace.actorAt(at)) before.push(seq);
    for (const seq of before) {
      if (past.has(seq)) continue;
      past.add(seq);
      open.push(seq);
    }
  }
  return past;
}

import { createTrace, type Fact } from '@lockstep/trace';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleTrace } from '../testing/sample-run.ts';
import { MOST_PARTS, overviewOf } from './overview.ts';

const ACTORS = ['t1', 't2', 'somebody else'];

function traceOf(length: number, seed: number) {
  const trace = createTrace(sampleTrace(0).header);
  for (let seq = 0; seq < length; seq++) {
    const actor = ACTORS[Math.floor(((seq * (seed + 7)) % 97) / 40)] as string;
    const base = { at: seq, actor, source: 'program' } as const;
    const fact: Fact =
      (seq + seed) % 613 === 0
        ? { ...base, kind: 'run.dropped', where: 'here', count: 1 }
        : { ...base, kind: 'text.printed', text: 'x' };
    trace.append(fact);
  }
  return trace;
}

test('every event is counted once, in its row and its part, however the run has grown', () => {
  const lengths = fc.integer({ min: 0, max: 3 * MOST_PARTS });
  fc.assert(
    fc.property(lengths, lengths, fc.nat(50), (length, before, seed) => {
      const trace = traceOf(length, seed);
      const rows = trace.header.actors.map(({ id }) => id);
      overviewOf(trace, before);
      const overview = overviewOf(trace, length);
      expect(overview.length).toBe(length);
      expect(overview.each * MOST_PARTS).toBeGreaterThanOrEqual(length);
      const counts = new Map<string, number>();
      const losses = new Set<string>();
      for (let seq = 0; seq < length; seq++) {
        const key = `${rows.indexOf(trace.actorAt(seq))} ${Math.floor(seq / overview.each)}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        if (trace.kindAt(seq) === 'run.dropped') losses.add(key);
      }
      for (let row = 0; row < rows.length; row++)
        for (let part = 0; part < MOST_PARTS; part++) {
          if (overview.countIn(row, part) !== (counts.get(`${row} ${part}`) ?? 0)) expect.fail(`${row} ${part}`);
          if (overview.isLossIn(row, part) !== losses.has(`${row} ${part}`)) expect.fail(`loss ${row} ${part}`);
        }
    }),
    { numRuns: 25 },
  );
});

import { eventsOf, findOf, hasFlag } from '@lockstep/lab';
import type { KnobValues, Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import {
  awaitedBy,
  blockOf,
  coverages,
  duplicateAcks,
  early,
  isWhole,
  losses,
  reads,
  repair,
  repeats,
} from './readings.ts';
import { rulesOf } from './story.ts';

const run = (knobs: KnobValues = {}, seed = 1) => runLab('loss', { mode: 'free', knobs, seed });
const verdict = (trace: Trace, id: string) => lab.claims.find((claim) => claim.id === id)?.verdict(trace)?.judgement;
const answer = (trace: Trace, id: string) => lab.predictions.find((one) => one.id === id)?.answer(trace)?.choice;

/** Whatever the cable did, the program was given every byte once, in order. */
function expectWhole(trace: Trace): void {
  expect(isWhole(trace)).toBe(true);
  const bytes = reads(trace).reduce((sum, event) => sum + (event.bytes ?? 0), 0);
  expect(bytes).toBe(Number(trace.header.knobs['blocks']) * 1000);
  expect(answer(trace, 'program-sees')).toBe('whole');
}

describe('when a block in the middle is lost', async () => {
  const trace = await run();

  test('each later block is answered with the same ACK, and these answers repair the hole', () => {
    expect(losses(trace).length).toBe(1);
    expect(early(trace).map(({ segment }) => blockOf(trace, segment))).toEqual(['C', 'D', 'E', 'F']);
    expect(duplicateAcks(trace).length).toBeGreaterThanOrEqual(4);
    expect(duplicateAcks(trace).map((ack) => awaitedBy(trace, ack))).toContain('B');
    expect(answer(trace, 'beyond')).toBe('same');
    const first = repair(trace);
    expect(first && blockOf(trace, first.again)).toBe('B');
    expect(first?.reason).toBe('answers');
    expect(verdict(trace, 'only-time-out')).toBe('wrong');
  });

  test('what is sent again has the sequence number of what was lost', () => {
    const first = repair(trace);
    expect(first?.again.sequence).toBe(first?.original.sequence);
    expect(first?.original.frame).toBe(losses(trace)[0]?.frame);
  });

  test('one ACK then confirms all that had waited behind the hole', () => {
    expect(Math.max(...coverages(trace).map(({ segments }) => segments))).toBe(5);
    expect(verdict(trace, 'own-ack')).toBe('wrong');
  });

  test('the program reads nothing beyond the hole until it is filled, and then everything', () => {
    const beyond = early(trace)[0]?.arrival.seq ?? -1;
    const sentAgain = repair(trace)?.again.seq ?? -1;
    expect(beyond).toBeGreaterThan(0);
    expect(reads(trace).filter(({ seq }) => seq > beyond && seq < sentAgain && beyond < sentAgain).length).toBeLessThan(
      2,
    );
    expect(reads(trace).at(-1)).toMatchObject({ bytes: 5000 });
    expectWhole(trace);
  });
});

test('when the last block is lost, only a timer can tell', async () => {
  const trace = await run({ story: 'last' });
  const first = repair(trace);
  expect(first && blockOf(trace, first.again)).toBe('F');
  expect(first?.reason).toBe('timeout');
  expect(answer(trace, 'why-again')).toBe('timeout');
  expect(verdict(trace, 'only-time-out')).toBe('right');
  expectWhole(trace);
});

test('with the tail loss probe a lost last block is sent again as a probe', async () => {
  const trace = await run({ story: 'last', tailProbe: true });
  expect(repeats(trace).map(({ reason }) => reason)).toContain('probe');
  expect(findOf(trace, 'kernel.counted', ({ counter }) => counter === 'TcpExt.TCPLossProbes')).toBeDefined();
  expectWhole(trace);
});

test('when it is lost again and again, the kernel counts its attempts and waits longer each time', async () => {
  const trace = await run({ story: 'again' });
  const attempts = eventsOf(trace, 'socket.timer').filter(
    ({ actor, retransmits }) => actor === 'client.kernel' && retransmits > 0,
  );
  expect(attempts.map(({ retransmits }) => retransmits)).toEqual(expect.arrayContaining([1, 2]));
  const [once, twice] = [1, 2].map((count) => attempts.findLast(({ retransmits }) => retransmits === count));
  expect(twice?.expiresMs).toBeGreaterThan(once?.expiresMs ?? Infinity);
  expect(losses(trace).length).toBe(3);
  expectWhole(trace);
}, 30_000);

test('when the SYN is lost, the same SYN is sent again', async () => {
  const trace = await run({ story: 'syn' });
  const syns = eventsOf(trace, 'tcp.segment-sent').filter((segment) => segment.flags === 'SYN');
  expect(syns.length).toBe(2);
  expect(syns[1]?.sequence).toBe(syns[0]?.sequence);
  expect(repair(trace)?.reason).toBe('timeout');
  expectWhole(trace);
}, 30_000);

test('when an ACK is lost, nothing is sent again: the next one covers it', async () => {
  const trace = await run({ story: 'ack' });
  expect(losses(trace).length).toBe(1);
  expect(repair(trace)).toBeUndefined();
  // On a machine that stands still for 200 ms a time-out may come for another reason.
  const isCalm = repeats(trace).length === 0;
  expect(verdict(trace, 'ack-matters')).toBe(isCalm ? 'wrong' : 'right');
  expect(answer(trace, 'why-again')).toBe(isCalm ? 'nothing' : 'timeout');
  expectWhole(trace);
});

test('when a block is doubled, the second copy is answered and thrown away', async () => {
  const trace = await run({ story: 'duplicate' });
  const [doubled] = eventsOf(trace, 'frame.duplicated');
  expect(eventsOf(trace, 'tcp.segment-delivered').filter(({ frame }) => frame === doubled?.frame).length).toBe(2);
  expect(duplicateAcks(trace).length).toBeGreaterThan(0);
  expectWhole(trace);
});

test('when two blocks change places, they are read in order', async () => {
  const trace = await run({ story: 'reorder' });
  expect(early(trace).map(({ segment }) => blockOf(trace, segment))).toEqual(['C']);
  expect(answer(trace, 'beyond')).toBe('same');
  expectWhole(trace);
});

test('when nothing is lost, each block has an ACK of its own; where ACKs may wait, some cover two', async () => {
  const atOnce = await run({ story: 'clean' });
  expect(losses(atOnce)).toEqual([]);
  expect(verdict(atOnce, 'own-ack')).toBe('half-right');
  expectWhole(atOnce);
  const later = await run({ story: 'clean', delayedAck: true });
  expect(verdict(later, 'own-ack')).toBe('wrong');
  expectWhole(later);
}, 30_000);

test('whatever chance takes away comes to the program all the same', async () => {
  const trace = await run({ story: 'chance', lossPercent: 30 }, 7);
  expect(losses(trace).length).toBeGreaterThan(0);
  expect(repeats(trace).length).toBeGreaterThan(0);
  expectWhole(trace);
}, 30_000);

test('the learner’s own rules come before the story’s', async () => {
  const trace = await run({ rules: 'pass client data 2; drop server FIN 1' });
  expect(losses(trace).map(({ reason }) => reason)).toEqual(['drop server FIN 1']);
  const fins = eventsOf(trace, 'tcp.segment-sent').filter(
    (segment) => segment.from === 'server' && hasFlag(segment, 'FIN'),
  );
  expect(fins.length).toBeGreaterThan(1);
  expectWhole(trace);
});

test('by hand no story has a say', () => {
  expect(rulesOf({ story: 'middle', blocks: 6, lossPercent: 20 }, 'stepped')).toBe('');
});

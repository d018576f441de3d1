import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFairQueue } from './fair-queue.ts';

function queueOf(...names: string[]) {
  const queue = createFairQueue<string>();
  for (const name of names) queue.add(name.slice(0, 1), name);
  return queue;
}

test('among runs of different clients the first come goes first', () => {
  expect(queueOf('a1', 'b1', 'c1').inOrder()).toEqual(['a1', 'b1', 'c1']);
});

test('everybody has a turn before anybody has a second', () => {
  expect(queueOf('a1', 'a2', 'a3', 'b1', 'c1', 'b2').inOrder()).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
});

test('a turn that was taken still counts', () => {
  const queue = queueOf('a1', 'a2');
  expect(queue.take()).toBe('a1');
  queue.add('b', 'b1');
  expect(queue.inOrder()).toEqual(['b1', 'a2']);
});

test('a run that leaves the queue is not taken', () => {
  const queue = queueOf('a1', 'b1');
  queue.remove('a1');
  expect([queue.take(), queue.take(), queue.size]).toEqual(['b1', undefined, 0]);
});

test('a late comer has no claim on turns that passed', () => {
  const queue = queueOf('a1', 'a2', 'a3', 'a4', 'a5');
  for (let n = 0; n < 4; n++) queue.take();
  for (const name of ['c1', 'c2', 'c3']) queue.add('c', name);
  expect(queue.inOrder()).toEqual(['c1', 'a5', 'c2', 'c3']);
});

test('who asks once is overtaken by nobody who comes later', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'take'), { maxLength: 60 }), (acts) => {
      const queue = createFairQueue<string>();
      for (const act of acts) {
        if (act === 'take') queue.take();
        else queue.add(act, act);
      }
      const ahead = queue.size;
      queue.add('me', 'me');
      for (let n = 0; n < 20; n++) queue.add('late', 'late');
      let taken = 0;
      while (queue.take() !== 'me') taken++;
      expect(taken).toBeLessThanOrEqual(ahead);
    }),
  );
});

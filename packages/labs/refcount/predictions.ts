import type { Prediction } from '@lockstep/lab';
import { type EventOf, findEvent, type Trace } from '@lockstep/trace';
import { freed } from './moments.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'how-many',
    modes: ['free'],
    question: {
      en: 'a = Node(), then b = a, then shelf = [a]. How many references does the object have?',
      zh: '先 a = Node()，再 b = a，再 shelf = [a]。这个对象有几个引用？',
    },
    choices: [
      { id: '1', text: { en: '1: it is one object', zh: '1：它是一个对象' }, misconception: 'P1' },
      { id: '2', text: { en: '2: a and b', zh: '2：a 和 b' }, misconception: 'P2' },
      { id: '3', text: { en: '3: a, b and the place in the list', zh: '3：a、b 和列表中的位置' } },
    ],
    answer(trace) {
      const counts = changesOf(trace, 'a');
      const highest = counts.reduce<EventOf<'reference.changed'> | undefined>(
        (most, change) => (most && most.count >= change.count ? most : change),
        undefined,
      );
      // Only when the count falls again has it been at its highest.
      if (!highest || !counts.some(({ seq, count }) => seq > highest.seq && count < highest.count)) return undefined;
      return { choice: String(highest.count), seq: highest.seq };
    },
    afterwards: {
      en: 'A name is not a box that holds the object; it is a label that points to it, and so is a place in a list. CPython counts the labels.',
      zh: '名字不是装着对象的盒子，而是指向对象的标签；列表中的位置也是。CPython 数的就是这些标签。',
    },
  },
  {
    id: 'last-name',
    modes: ['free'],
    question: {
      en: 'left and right refer to each other. del left and del right are done. What becomes of the two?',
      zh: 'left 与 right 互相引用。执行完 del left 和 del right 之后，这两个对象会怎样？',
    },
    choices: [
      { id: 'freed', text: { en: 'both are freed by del', zh: '两个都被 del 释放' }, misconception: 'P3' },
      { id: 'stay', text: { en: 'both stay in memory for now', zh: '两个暂时都留在内存里' } },
    ],
    answer(trace) {
      const last = changesOf(trace, 'right').find(({ by, count, before }) => by === 'right' && count < before);
      if (!last) return undefined;
      return { choice: last.count === 0 ? 'freed' : 'stay', seq: last.seq };
    },
    afterwards: {
      en: 'del takes away a name, not an object. An object goes when its last reference goes, and in a cycle each keeps the other.',
      zh: 'del 拿走的是名字，不是对象。最后一个引用消失，对象才消失；而循环里的两个对象互相留住了对方。',
    },
  },
  {
    id: 'who-frees',
    modes: ['free'],
    question: {
      en: 'Afterwards thread 2 makes thousands of small lists. Who frees left and right, the objects of thread 1?',
      zh: '随后线程 2 制造几千个小列表。线程 1 的对象 left 和 right 由谁释放？',
    },
    choices: [
      { id: 'own', text: { en: 'a collector thread', zh: '专门的回收线程' }, misconception: 'P4' },
      { id: 't1', text: { en: 'thread 1, which made them', zh: '创建它们的线程 1' }, misconception: 'P5' },
      { id: 't2', text: { en: 'thread 2, while it makes its lists', zh: '线程 2，在它制造列表的时候' } },
      { id: 'nobody', text: { en: 'nobody', zh: '没有谁' } },
    ],
    answer(trace) {
      const end = freed(trace, 'left');
      if (end) return { choice: end.actor === 't1' || end.actor === 't2' ? end.actor : 'own', seq: end.seq };
      const outcome = findEvent(trace, (event) => event.kind === 'outcome.observed');
      return outcome && { choice: 'nobody', seq: outcome.seq };
    },
    afterwards: {
      en: 'There is no such thread. The collector is a function that is called in the middle of an allocation, in whichever thread happens to allocate.',
      zh: '并没有这样的线程。回收器是一个函数，在分配内存的中途被调用，哪个线程正好在分配，就在哪个线程里运行。',
    },
  },
];

function changesOf(trace: Trace, object: string): readonly EventOf<'reference.changed'>[] {
  return trace
    .slice(0)
    .filter(
      (event): event is EventOf<'reference.changed'> => event.kind === 'reference.changed' && event.object === object,
    );
}

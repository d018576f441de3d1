import type { Knob } from '@lockstep/lab';

export const knobs: readonly Knob[] = [
  {
    id: 'weak',
    kind: 'toggle',
    label: { en: 'weak back reference', zh: '反向用弱引用' },
    help: {
      en: 'right refers to left by weakref.ref, which does not count.',
      zh: 'right 用 weakref.ref 引用 left，弱引用不计数。',
    },
    initial: false,
  },
  {
    id: 'collector',
    kind: 'toggle',
    label: { en: 'collector', zh: '回收器' },
    help: { en: 'Off: gc.disable(), and only counting frees.', zh: '关闭即 gc.disable()，只剩计数能释放。' },
    initial: true,
  },
  {
    id: 'old',
    kind: 'toggle',
    label: { en: 'survive once', zh: '先活过一次回收' },
    help: {
      en: 'The collector looks at the two while they are still in use: they grow older by a generation.',
      zh: '两个对象还在使用时先让回收器看一次：它们就老了一代。',
    },
    initial: false,
  },
  {
    id: 'boxes',
    kind: 'number',
    label: { en: 'boxes', zh: '盒子' },
    help: {
      en: 'How many small cycles the second thread makes afterwards.',
      zh: '第二个线程随后制造多少个小循环。',
    },
    initial: 5000,
    min: 0,
    max: 50_000,
    step: 100,
  },
];

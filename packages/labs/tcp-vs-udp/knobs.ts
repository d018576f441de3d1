import type { Knob } from '@lockstep/lab';

export const knobs: readonly Knob[] = [
  {
    id: 'cable',
    kind: 'choice',
    label: { en: 'the cable', zh: '网线' },
    help: {
      en: 'It treats the messages of both alike.',
      zh: '它对两边的消息一视同仁。',
    },
    initial: 'clean',
    choices: [
      { value: 'clean', label: { en: 'carries everything', zh: '全部送到' } },
      { value: 'lose', label: { en: 'loses message 2', zh: '丢失第 2 条' } },
      { value: 'swap', label: { en: 'lets 2 and 3 change places', zh: '第 2、3 条对调' } },
      { value: 'both', label: { en: 'loses 2, lets 3 and 4 change places', zh: '丢第 2 条，第 3、4 条对调' } },
    ],
  },
  {
    id: 'messages',
    kind: 'number',
    label: { en: 'messages', zh: '消息条数' },
    initial: 4,
    min: 4,
    max: 8,
    step: 1,
  },
  {
    id: 'readAfterMs',
    kind: 'number',
    label: { en: 'the servers read after', zh: '服务器推迟读取' },
    help: { en: 'How long both servers sleep before they read.', zh: '两个服务器读取之前先睡多久。' },
    initial: 500,
    min: 0,
    max: 2000,
    step: 100,
    unit: 'ms',
  },
];

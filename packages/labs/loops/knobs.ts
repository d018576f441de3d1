import type { Knob } from '@lockstep/lab';

export const knobs: readonly Knob[] = [
  {
    id: 'clients',
    kind: 'number',
    label: { en: 'clients', zh: '客户端' },
    help: { en: 'How many come, one after the other.', zh: '来几个，一个接一个。' },
    initial: 2,
    min: 1,
    max: 3,
    step: 1,
  },
  {
    id: 'loops',
    kind: 'choice',
    label: { en: 'the server’s loops', zh: '服务器的循环' },
    help: {
      en: 'The message loop is around recv() and send(), the connection loop around accept().',
      zh: '通信循环套在 recv() 与 send() 外面，连接循环套在 accept() 外面。',
    },
    initial: 'both',
    choices: [
      { value: 'both', label: { en: 'connections and messages', zh: '连接循环加通信循环' } },
      { value: 'messages', label: { en: 'only messages', zh: '只有通信循环' } },
      { value: 'none', label: { en: 'none', zh: '都没有' } },
    ],
  },
  {
    id: 'messages',
    kind: 'number',
    label: { en: 'client 1’s messages', zh: '客户端 1 的消息数' },
    help: { en: 'The others have one each.', zh: '其余每个只有一条。' },
    initial: 2,
    min: 1,
    max: 3,
    step: 1,
  },
  {
    id: 'thinkMs',
    kind: 'number',
    label: { en: 'thinks after each answer', zh: '每次回答后思考' },
    help: { en: 'How long a client’s user takes before the next message.', zh: '用户收到回答后，多久才发下一条。' },
    initial: 250,
    min: 0,
    max: 500,
    step: 50,
    unit: 'ms',
  },
  {
    id: 'backlog',
    kind: 'number',
    label: { en: 'backlog', zh: 'backlog' },
    help: {
      en: 'The number given to listen(). Linux lets backlog + 1 ready connections wait.',
      zh: '传给 listen() 的数。Linux 允许 backlog + 1 个已建立的连接等待。',
    },
    initial: 5,
    min: 0,
    max: 8,
    step: 1,
  },
];

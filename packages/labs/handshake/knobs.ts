import { holdKnob, type Knob, rulesKnob } from '@lockstep/lab';

export const knobs: readonly Knob[] = [
  {
    id: 'closesFirst',
    kind: 'choice',
    label: { en: 'closes first', zh: '谁先关闭' },
    help: { en: 'Which program calls close() first.', zh: '哪个程序先调用 close()。' },
    initial: 'client',
    choices: [
      { value: 'client', label: { en: 'client', zh: '客户端' } },
      { value: 'server', label: { en: 'server', zh: '服务器' } },
    ],
  },
  {
    id: 'message',
    kind: 'text',
    label: { en: 'message', zh: '消息' },
    help: { en: 'What the client sends, at most 200 bytes.', zh: '客户端发送的内容，最多 200 字节。' },
    initial: 'hello, world',
    maxBytes: 200,
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
    max: 16,
    step: 1,
  },
  {
    id: 'acceptAfterMs',
    kind: 'number',
    label: { en: 'accept() after', zh: 'accept() 延后' },
    help: {
      en: 'How long the server’s program sleeps between listen() and accept().',
      zh: '服务器程序在 listen() 与 accept() 之间睡多久。',
    },
    initial: 400,
    min: 0,
    max: 3000,
    step: 100,
    unit: 'ms',
  },
  rulesKnob({
    hosts: ['client', 'server'],
    presets: [
      { value: '', label: { en: 'everything passes', zh: '全部放行' } },
      { value: 'drop client SYN 1', label: { en: 'the first SYN is lost', zh: '第一个 SYN 丢失' } },
      { value: 'drop server SYN,ACK 1', label: { en: 'the first SYN, ACK is lost', zh: '第一个 SYN, ACK 丢失' } },
      { value: 'drop client ACK 1', label: { en: 'the third segment is lost', zh: '第三个报文段丢失' } },
      { value: 'duplicate client SYN 1', label: { en: 'the SYN arrives twice', zh: 'SYN 到达两次' } },
    ],
  }),
  holdKnob,
];

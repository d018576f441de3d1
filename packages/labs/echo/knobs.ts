import { type Knob, rulesKnob } from '@lockstep/lab';

export const knobs: readonly Knob[] = [
  {
    id: 'message',
    kind: 'text',
    label: { en: 'message', zh: '消息' },
    help: { en: 'What the client sends, at most 200 bytes.', zh: '客户端发送的内容，最多 200 字节。' },
    initial: 'hello',
    maxBytes: 200,
  },
  {
    id: 'rounds',
    kind: 'number',
    label: { en: 'rounds', zh: '来回次数' },
    help: { en: 'How often it is sent and comes back.', zh: '发出去又回来多少次。' },
    initial: 2,
    min: 1,
    max: 5,
    step: 1,
  },
  {
    id: 'readAfterMs',
    kind: 'number',
    label: { en: 'server reads after', zh: '服务器多久后才读' },
    help: {
      en: 'How long the server’s program sleeps between accept() and its first recv().',
      zh: '服务器程序在 accept() 与第一次 recv() 之间睡多久。',
    },
    initial: 300,
    min: 0,
    max: 3000,
    step: 100,
    unit: 'ms',
  },
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
  rulesKnob({ hosts: ['client', 'server'] }),
];

import { type Lab, networkActors, networkName } from '@lockstep/lab';
import { acceptPerformsTheHandshake } from './claims.ts';
import { moments } from './moments.ts';
import { predictions } from './predictions.ts';

const lab: Lab = {
  id: 'handshake',
  track: 'B',
  place: 1,
  title: { en: 'Three-way handshake', zh: '三次握手' },
  summary: {
    en: 'Two real kernels agree on two numbers before any byte moves. Watch them do it while the server’s program sleeps.',
    zh: '在任何数据移动之前，两个真实的内核先商定两个数。看它们如何在服务器程序睡眠时完成这件事。',
  },
  caption: { en: 'Two kernels connect while a program sleeps', zh: '程序在睡，两个内核已经连上' },
  sign: 'sequence',
  modes: ['free'],
  needs: () => 'network',
  knobs: [
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
  ],
  actors: () => networkActors([{ name: 'client' }, { name: 'server' }]),
  actorName: networkName,
  moments,
  predictions,
  claims: [acceptPerformsTheHandshake],
  golden: [{ mode: 'free' }],
};

export default lab;

import { type Knob, rulesKnob } from '@lockstep/lab';

export const knobs: readonly Knob[] = [
  {
    id: 'backlog',
    kind: 'number',
    label: { en: 'listen(n)', zh: 'listen(n)' },
    help: { en: 'The number that the server gives to listen().', zh: '服务器传给 listen() 的数。' },
    initial: 2,
    min: 1,
    max: 5,
    step: 1,
  },
  {
    id: 'clients',
    kind: 'number',
    label: { en: 'clients', zh: '客户端数' },
    help: {
      en: 'How many connect, one after the other: each waits at most a quarter of a second for the one before.',
      zh: '有几个来连接。一个接一个：每个最多等前一个四分之一秒。',
    },
    initial: 4,
    min: 2,
    max: 8,
    step: 1,
  },
  {
    id: 'acceptAfterMs',
    kind: 'number',
    label: { en: 'accept() after', zh: 'accept() 延后' },
    help: {
      en: 'How long the server’s program sleeps between listen() and the first accept().',
      zh: '服务器程序在 listen() 与第一次 accept() 之间睡多久。',
    },
    initial: 1500,
    min: 0,
    max: 6000,
    step: 500,
    unit: 'ms',
  },
  rulesKnob({
    hosts: ['client', 'server'],
    presets: [
      {
        value: 'drop client ACK 2',
        label: { en: 'lose the second client’s last ACK', zh: '丢掉第二个客户端握手的最后一个 ACK' },
      },
    ],
  }),
];

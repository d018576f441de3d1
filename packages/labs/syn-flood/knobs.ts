import type { Knob } from '@lockstep/lab';

export const knobs: readonly Knob[] = [
  {
    id: 'cookies',
    kind: 'toggle',
    label: { en: 'SYN cookies', zh: 'SYN cookie' },
    help: {
      en: 'The server’s kernel may answer without keeping anything in mind (net.ipv4.tcp_syncookies).',
      zh: '服务器内核可以不记任何东西就应答（net.ipv4.tcp_syncookies）。',
    },
    initial: false,
  },
  {
    id: 'syns',
    kind: 'number',
    label: { en: 'SYNs of the flood', zh: '洪泛的 SYN 数' },
    help: {
      en: 'How many the attacker sends, each from another invented address.',
      zh: '攻击者发出多少个，每个都用另一个编造的地址。',
    },
    initial: 8,
    min: 0,
    max: 64,
    step: 4,
  },
  {
    id: 'backlog',
    kind: 'number',
    label: { en: 'listen(n)', zh: 'listen(n)' },
    help: { en: 'The number that the server gives to listen().', zh: '服务器传给 listen() 的数。' },
    initial: 4,
    min: 1,
    max: 16,
    step: 1,
  },
];

import type { Knob } from '@lockstep/lab';

export const knobs: readonly Knob[] = [
  {
    id: 'rst',
    kind: 'choice',
    label: { en: 'RST by', zh: '怎样引出 RST' },
    help: { en: 'What the client does last.', zh: '客户端最后做什么。' },
    initial: 'refused',
    choices: [
      { value: 'refused', label: { en: 'a port where nobody listens', zh: '连接无人监听的端口' } },
      { value: 'linger', label: { en: 'SO_LINGER 0, then close()', zh: 'SO_LINGER 0，再 close()' } },
    ],
  },
  {
    id: 'isInline',
    kind: 'toggle',
    label: { en: 'urgent byte in line', zh: '紧急字节留在流中' },
    help: {
      en: 'SO_OOBINLINE: the urgent byte stays where it was in the stream.',
      zh: 'SO_OOBINLINE：紧急字节留在流中原来的位置。',
    },
    initial: false,
  },
  {
    id: 'pushIsLate',
    kind: 'toggle',
    label: { en: 'PSH comes late', zh: 'PSH 迟到' },
    help: {
      en: 'The cable delays the segment with PSH by 150 ms. What does recv() do meanwhile?',
      zh: '网线把带 PSH 的报文段推迟 150 毫秒。这期间 recv() 怎么办？',
    },
    initial: true,
  },
];

import type { Choice, Knob } from '@lockstep/lab';

const size = (bytes: number, en = '', zh = en): Choice => ({
  value: String(bytes),
  label: { en: `${bytes}${en}`, zh: `${bytes}${zh}` },
});

export const knobs: readonly Knob[] = [
  {
    id: 'story',
    kind: 'choice',
    label: { en: 'story', zh: '故事' },
    initial: 'three',
    choices: [
      { value: 'three', label: { en: 'three sends, three receives', zh: '三次发送，三次接收' } },
      { value: 'first', label: { en: 'the client is there first', zh: '客户端先到' } },
      { value: 'overflow', label: { en: 'the buffer is full', zh: '缓冲区满了' } },
      { value: 'size', label: { en: 'how much fits', zh: '能装多少' } },
    ],
  },
  {
    id: 'message',
    kind: 'text',
    label: { en: 'third message', zh: '第三条消息' },
    help: {
      en: 'In “three sends”: what follows “hello” and an empty datagram.',
      zh: '用于“三次发送”：跟在“hello”和空数据报之后。',
    },
    initial: 'ABCDEFGHIJKLMNOPQRST',
    maxBytes: 200,
  },
  {
    id: 'bufferBytes',
    kind: 'number',
    label: { en: 'recvfrom( … ) bytes', zh: 'recvfrom( … ) 字节' },
    help: { en: 'In “three sends”: how much the server takes at most.', zh: '用于“三次发送”：服务器一次最多取多少。' },
    initial: 8,
    min: 1,
    max: 256,
    step: 1,
  },
  {
    id: 'asksLength',
    kind: 'toggle',
    label: { en: 'MSG_TRUNC: ask for the length', zh: 'MSG_TRUNC：问真实长度' },
    help: {
      en: 'In “three sends”: recvfrom tells how long it was.',
      zh: '用于“三次发送”：recvfrom 会说出原来的长度。',
    },
    initial: false,
  },
  {
    id: 'connects',
    kind: 'toggle',
    label: { en: 'connect() first', zh: '先 connect()' },
    help: {
      en: 'In “the client is there first”: it names its peer once and then uses send().',
      zh: '用于“客户端先到”：先指定对方，再用 send()。',
    },
    initial: false,
  },
  {
    id: 'datagrams',
    kind: 'number',
    label: { en: 'datagrams', zh: '数据报个数' },
    help: {
      en: 'In “the buffer is full”: sent while the server sleeps.',
      zh: '用于“缓冲区满了”：服务器睡眠时发出的个数。',
    },
    initial: 10,
    min: 1,
    max: 40,
    step: 1,
  },
  {
    id: 'rcvbuf',
    kind: 'number',
    label: { en: 'SO_RCVBUF', zh: 'SO_RCVBUF' },
    help: {
      en: 'In “the buffer is full”: memory asked for. Linux takes it twice, and never less than 2,304.',
      zh: '用于“缓冲区满了”：申请的内存。Linux 取其两倍，且总不少于 2304。',
    },
    initial: 2304,
    min: 1152,
    max: 16_384,
    step: 1152,
    unit: 'B',
  },
  {
    id: 'size',
    kind: 'choice',
    label: { en: 'size', zh: '大小' },
    help: { en: 'In “how much fits”: bytes in one datagram.', zh: '用于“能装多少”：一个数据报的字节数。' },
    initial: '1473',
    choices: [
      size(512, ': as DNS was', '：早期 DNS'),
      size(1472, ': fills one frame', '：正好一帧'),
      size(1473, ': one byte more', '：多一个字节'),
      size(65_507, ': the most', '：上限'),
      size(65_508, ': one too many', '：超出一个'),
    ],
  },
];

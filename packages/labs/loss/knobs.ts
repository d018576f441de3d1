import { holdKnob, type Knob, rulesKnob } from '@lockstep/lab';

export const knobs: readonly Knob[] = [
  {
    id: 'story',
    kind: 'choice',
    modes: ['free'],
    label: { en: 'story', zh: '故事' },
    help: {
      en: 'What the cable does with which segment. Rules of your own come first.',
      zh: '网线怎样对待哪个报文段。你自己写的规则优先。',
    },
    initial: 'middle',
    choices: [
      { value: 'middle', label: { en: 'block B is lost', zh: 'B 块丢失' } },
      { value: 'last', label: { en: 'the last block is lost', zh: '最后一块丢失' } },
      { value: 'again', label: { en: 'the last block is lost three times', zh: '最后一块连丢三次' } },
      { value: 'syn', label: { en: 'the SYN is lost', zh: 'SYN 丢失' } },
      { value: 'ack', label: { en: 'an ACK is lost', zh: '一个 ACK 丢失' } },
      { value: 'duplicate', label: { en: 'block B comes twice', zh: 'B 块到两次' } },
      { value: 'reorder', label: { en: 'B and C change places', zh: 'B 与 C 对调' } },
      { value: 'chance', label: { en: 'some are lost, by chance', zh: '随机丢一些' } },
      { value: 'clean', label: { en: 'everything arrives', zh: '全部送到' } },
    ],
  },
  {
    id: 'lossPercent',
    kind: 'number',
    modes: ['free'],
    label: { en: 'chance of loss', zh: '丢失的概率' },
    help: {
      en: 'In the story “by chance”, of data and ACKs. The run’s seed draws.',
      zh: '用于“随机丢一些”，数据和 ACK 都算。由本次运行的种子抽取。',
    },
    initial: 20,
    min: 0,
    max: 40,
    step: 5,
    unit: '%',
  },
  {
    id: 'blocks',
    kind: 'number',
    label: { en: 'blocks', zh: '块数' },
    help: { en: 'Of 1,000 bytes each: all A, all B, …', zh: '每块 1000 字节：全是 A，全是 B……' },
    initial: 6,
    min: 4,
    max: 12,
    step: 1,
  },
  {
    id: 'delayedAck',
    kind: 'toggle',
    label: { en: 'ACKs may wait', zh: 'ACK 可以等等' },
    help: {
      en: 'The server’s kernel answers two segments with one ACK. Off: as at the beginning of a connection, at once.',
      zh: '服务器内核用一个 ACK 回答两个报文段。关：像连接刚开始时那样，立即回答。',
    },
    initial: false,
  },
  {
    id: 'tailProbe',
    kind: 'toggle',
    label: { en: 'tail loss probe', zh: '尾部丢失探测' },
    help: {
      en: 'RFC 8985, Linux’s default: a lost last segment need not always wait for the time-out.',
      zh: 'RFC 8985，Linux 默认打开：最后一个报文段丢了，不一定要等到超时。',
    },
    initial: false,
  },
  rulesKnob({ hosts: ['client', 'server'] }),
  holdKnob,
];

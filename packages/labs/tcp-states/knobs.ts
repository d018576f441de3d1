import { holdKnob, type Knob, rulesKnob } from '@lockstep/lab';

export const knobs: readonly Knob[] = [
  {
    id: 'story',
    kind: 'choice',
    label: { en: 'the way', zh: '走哪条路' },
    help: { en: 'What the two programs do.', zh: '两个程序怎么做。' },
    initial: 'orderly',
    choices: [
      { value: 'orderly', label: { en: 'one closes, then the other', zh: '一个先关，另一个后关' } },
      { value: 'half', label: { en: 'the second closes late', zh: '另一个迟迟不关' } },
      { value: 'killed', label: { en: 'the first is killed', zh: '先走的被杀死' } },
      { value: 'refused', label: { en: 'nobody listens', zh: '无人监听' } },
      { value: 'both-open', label: { en: 'both connect at once', zh: '双方同时打开' } },
      { value: 'both-close', label: { en: 'both close at once', zh: '双方同时关闭' } },
    ],
  },
  {
    id: 'closesFirst',
    kind: 'choice',
    label: { en: 'closes first', zh: '谁先关闭' },
    help: { en: 'Which program ends the connection.', zh: '由哪个程序结束连接。' },
    initial: 'client',
    choices: [
      { value: 'client', label: { en: 'client', zh: '客户端' } },
      { value: 'server', label: { en: 'server', zh: '服务器' } },
    ],
  },
  rulesKnob({ hosts: ['client', 'server'] }),
  holdKnob,
];

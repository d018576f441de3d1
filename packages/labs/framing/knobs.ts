import type { Choice, Knob } from '@lockstep/lab';
import { FRAMINGS } from './framers.ts';
import { FRAMING_NAMES } from './framing-names.ts';

export const knobs: readonly Knob[] = [
  {
    id: 'framing',
    kind: 'choice',
    label: { en: 'sent with', zh: '发送时的成帧' },
    help: {
      en: 'What the server puts around each message, so that its end can be found.',
      zh: '服务器在每条消息外面加什么，好让对方找到结尾。',
    },
    initial: 'digits',
    choices: FRAMINGS.filter((framing) => framing !== 'unchecked').map(choiceOf),
  },
  {
    id: 'decoder',
    kind: 'choice',
    label: { en: 'read with', zh: '读取时的成帧' },
    help: { en: 'How the client looks for the ends of messages.', zh: '客户端按什么去找消息的结尾。' },
    initial: 'same',
    choices: [{ value: 'same', label: { en: 'the same', zh: '与发送时相同' } }, ...FRAMINGS.map(choiceOf)],
  },
  {
    id: 'lie',
    kind: 'choice',
    label: { en: 'the header of message 4', zh: '第 4 条消息的首部' },
    help: {
      en: 'Where there is a length, it may lie. The most that 8 digits or 4 bytes can say stands for 10 GB.',
      zh: '有长度的地方就可能有谎话。8 位数字或 4 字节说不出 10 GB，就说自己能说的最大值。',
    },
    initial: 'none',
    choices: [
      { value: 'none', label: { en: 'tells the truth', zh: '说真话' } },
      { value: 'negative', label: { en: 'says −5', zh: '说 −5' } },
      { value: 'not-a-number', label: { en: 'says “five”', zh: '说“five”' } },
      { value: 'huge', label: { en: 'says 10 GB', zh: '说 10 GB' } },
      { value: 'shorter', label: { en: 'says 5 too few', zh: '少说 5' } },
      { value: 'longer', label: { en: 'says 100 too many', zh: '多说 100' } },
      { value: 'corrupted', label: { en: 'is right, but a byte has changed', zh: '没错，但内容坏了一个字节' } },
    ],
  },
  {
    id: 'recvBytes',
    kind: 'number',
    label: { en: 'recv() of at most', zh: 'recv() 至多' },
    help: {
      en: 'By 10 bytes at a time, a header of 8 digits arrives in two pieces.',
      zh: '每次 10 字节时，会有 8 位数字的首部分两段到达。',
    },
    initial: 10,
    min: 1,
    max: 65_536,
    step: 1,
    unit: 'B',
  },
  {
    id: 'readsAfterMs',
    kind: 'number',
    label: { en: 'client reads after', zh: '客户端读前等' },
    initial: 200,
    min: 0,
    max: 1000,
    step: 10,
    unit: 'ms',
  },
];

function choiceOf(value: (typeof FRAMINGS)[number]): Choice {
  return { value, label: FRAMING_NAMES[value] };
}

import type { Knob } from '@lockstep/lab';

export const knobs: readonly Knob[] = [
  {
    id: 'typed',
    kind: 'text',
    label: { en: 'lines typed', zh: '输入的各行' },
    help: {
      en: 'Separated by commas, at most 8. Between two commas with nothing between them is an empty line.',
      zh: '用英文逗号分开，最多 8 行。两个逗号挨着，中间就是一个空行。',
    },
    initial: 'hello,,bye',
    maxBytes: 60,
  },
  {
    id: 'care',
    kind: 'choice',
    label: { en: 'the client’s care', zh: '客户端的防备' },
    help: { en: 'What the client’s program does about an empty line.', zh: '客户端程序怎样对待空行。' },
    initial: 'none',
    choices: [
      { value: 'none', label: { en: 'none', zh: '没有' } },
      { value: 'skip', label: { en: 'if not line: continue', zh: 'if not line: continue' } },
      { value: 'newline', label: { en: 'a "\\n" after each line', zh: '每行后加 "\\n"' } },
      { value: 'time-out', label: { en: 'settimeout(0.5)', zh: 'settimeout(0.5)' } },
    ],
  },
];

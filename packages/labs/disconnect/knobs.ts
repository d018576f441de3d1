import type { Knob } from '@lockstep/lab';

export const knobs: readonly Knob[] = [
  {
    id: 'how',
    kind: 'choice',
    label: { en: 'the client', zh: '客户端' },
    help: { en: 'How it goes, after one question and one answer.', zh: '一问一答之后，它怎样离开。' },
    initial: 'close',
    choices: [
      { value: 'close', label: { en: 'closes', zh: '正常关闭' } },
      { value: 'unread', label: { en: 'closes, the answer unread', zh: '没读回答就关闭' } },
      { value: 'reset', label: { en: 'resets (SO_LINGER 0)', zh: '复位（SO_LINGER 0）' } },
      { value: 'killed', label: { en: 'is killed', zh: '被杀死' } },
    ],
  },
  {
    id: 'care',
    kind: 'choice',
    label: { en: 'the server’s care', zh: '服务器的防备' },
    initial: 'none',
    choices: [
      { value: 'none', label: { en: 'none', zh: '没有' } },
      { value: 'check', label: { en: 'if not data: break', zh: 'if not data: break' } },
      { value: 'try', label: { en: 'that, and try … except', zh: '再加 try … except' } },
    ],
  },
  {
    id: 'answer',
    kind: 'choice',
    label: { en: 'the server answers', zh: '服务器的回答' },
    help: {
      en: 'What was received, or a greeting before it: then even the answer to nothing has bytes.',
      zh: '原样发回，或在前面加一句问候：这样连对“空”的回答也有字节。',
    },
    initial: 'echo',
    choices: [
      { value: 'echo', label: { en: 'data', zh: 'data' } },
      { value: 'greeting', label: { en: 'b"you said: " + data', zh: 'b"you said: " + data' } },
    ],
  },
];

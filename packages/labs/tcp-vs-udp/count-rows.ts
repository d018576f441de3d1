// What the table beside the drawings counts, up to a step.
import type { Language, Text } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { TRANSPORTS } from './cast.ts';
import { type Conversation, conversationAt } from './readings.ts';

export const countWords = {
  caption: { en: 'Counted so far', zh: '到此为止的计数' },
  before: { en: 'frames before the first message', zh: '第一条消息之前的帧' },
  frames: { en: 'frames in all', zh: '帧的总数' },
  wireBytes: { en: 'bytes of all frames', zh: '所有帧的字节' },
  again: { en: 'frames sent again', zh: '重发的帧' },
  pieces: { en: 'what each receive gave', zh: '每次接收得到的' },
} as const satisfies Record<string, Text>;

const ROWS = ['before', 'frames', 'wireBytes', 'again', 'pieces'] as const;

export function countRows(trace: Trace, cursor: number, language: Language) {
  const conversations = TRANSPORTS.map((transport) => conversationAt(trace, cursor, transport));
  return ROWS.map((row) => ({
    id: row,
    title: countWords[row][language],
    cells: conversations.map((conversation) => cellOf(conversation, row)),
  }));
}

function cellOf(conversation: Conversation, row: (typeof ROWS)[number]): string {
  if (row !== 'pieces') return conversation[row].toLocaleString('en');
  return conversation.pieces.join(' · ');
}

// A row of five hundred letters is no sentence: a send or a receive is told by how many bytes of which letter it moved.
import type { Language } from '@lockstep/lab';
import type { Trace, TraceEvent } from '@lockstep/trace';
import { type Piece, receives, sends } from './readings.ts';

export function sentence(event: TraceEvent, trace: Trace, language: Language): string | undefined {
  if (event.kind === 'call.entered' && event.call === 'send') {
    const letter = /^b'(.)/.exec(event.detail)?.[1] ?? '';
    return language === 'en'
      ? `The client calls send() with ${event.bytes ?? 0} bytes, all ${letter}.`
      : `客户端程序调用 send()，${event.bytes ?? 0} 个字节，全是 ${letter}。`;
  }
  if (event.kind !== 'call.returned' || event.call !== 'recv') return undefined;
  const piece = receives(trace).find((one) => one.event.seq === event.seq);
  if (!piece) return undefined;
  const bytes = piece.end - piece.first;
  return language === 'en'
    ? `recv() returns ${bytes} bytes to the server: ${lettersOf(piece, trace).join(', ')}.`
    : `服务器程序的 recv() 返回 ${bytes} 字节：${lettersOf(piece, trace).join('，')}。`;
}

/** `500 A`, `24 B`: what is in this piece, in order. */
function lettersOf({ first, end }: Piece, trace: Trace): readonly string[] {
  return sends(trace).flatMap((sent, index) => {
    const bytes = Math.min(end, sent.end) - Math.max(first, sent.first);
    return bytes > 0 ? [`${bytes} ${String.fromCharCode(A + index)}`] : [];
  });
}

const A = 'A'.charCodeAt(0);

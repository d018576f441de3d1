// Sentences that name the block: which one leaves, arrives, is lost or waited for.
import { hasFlag, type Language, type SegmentSent } from '@lockstep/lab';
import type { Trace, TraceEvent } from '@lockstep/trace';
import { awaitedBy, BLOCK_BYTES, blockOf, duplicateAcks, type Reason, repeats, segmentOf } from './readings.ts';

export function sentence(event: TraceEvent, trace: Trace, language: Language): string | undefined {
  const say = (en: string, zh: string): string => (language === 'en' ? en : zh);
  switch (event.kind) {
    case 'call.entered':
      if (event.call !== 'sendall' || (event.bytes ?? 0) < BLOCK_BYTES) return undefined;
      return say(
        `The client hands ${event.bytes} bytes to its kernel: ${Number(event.bytes) / BLOCK_BYTES} blocks.`,
        `客户端程序把 ${event.bytes} 字节交给内核：${Number(event.bytes) / BLOCK_BYTES} 块。`,
      );
    case 'call.returned':
      if (event.call !== 'recv' || (event.bytes ?? 0) < BLOCK_BYTES) return undefined;
      return say(`recv() gives ${event.bytes} bytes to the server.`, `recv() 给了服务器程序 ${event.bytes} 字节。`);
    case 'tcp.segment-sent':
      return sentOf(event, trace, say);
    case 'tcp.segment-delivered': {
      const block = blockOfFrame(trace, event.frame);
      return block && say(`Block ${block} arrives at the server’s kernel.`, `${block} 块到达服务器内核。`);
    }
    case 'tcp.segment-dropped': {
      const block = blockOfFrame(trace, event.frame);
      const { reason } = event;
      return block && say(`Block ${block} is lost on the cable: ${reason}.`, `${block} 块在网线上丢失：${reason}。`);
    }
    default:
      return undefined;
  }
}

type Say = (en: string, zh: string) => string;

function sentOf(segment: SegmentSent, trace: Trace, say: Say): string | undefined {
  const block = blockOf(trace, segment);
  const repeat = repeats(trace).find(({ again }) => again.seq === segment.seq);
  if (block && repeat) {
    const [en, zh] = WHY[repeat.reason ?? 'unknown'];
    return say(`The client’s kernel sends block ${block} again${en}.`, `客户端内核重传 ${block} 块${zh}。`);
  }
  if (block) return say(`The client’s kernel sends block ${block}.`, `客户端内核发出 ${block} 块。`);
  const awaited = awaitedBy(trace, segment);
  if (segment.from !== 'server' || segment.length > 0 || segment.flags !== 'ACK' || hasFlag(segment, 'FIN'))
    return undefined;
  if (awaited === undefined)
    return segment.acknowledgment === 0
      ? undefined
      : say('The server’s kernel sends ACK: it has every block.', '服务器内核发出 ACK：每一块都有了。');
  const isDuplicate = duplicateAcks(trace).some(({ seq }) => seq === segment.seq);
  return isDuplicate
    ? say(
        `The server’s kernel sends the same ACK again: it still waits for block ${awaited}.`,
        `服务器内核又发同样的 ACK：还在等 ${awaited} 块。`,
      )
    : say(
        `The server’s kernel sends ACK: it waits for block ${awaited}.`,
        `服务器内核发出 ACK：现在等 ${awaited} 块。`,
      );
}

const WHY: Readonly<Record<Reason | 'unknown', readonly [string, string]>> = {
  answers: [': the answers tell of a hole', '：回答说明有空洞'],
  timeout: [': its time is out', '：超时了'],
  probe: [', as a probe', '，作为探测'],
  unknown: ['', ''],
};

function blockOfFrame(trace: Trace, frame: number): string | undefined {
  const segment = segmentOf(trace, { frame });
  return segment && blockOf(trace, segment);
}

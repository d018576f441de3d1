// Sentences about what is held back, what lets it go, and how long an answer took in this very run.
import type { Language } from '@lockstep/lab';
import type { EventOf, Trace, TraceEvent } from '@lockstep/trace';
import { ackAfterMs, atOnce, dataSegments, heldBack, latencyMs, rounds } from './readings.ts';

type Say = (en: string, zh: string) => string;

export function sentence(event: TraceEvent, trace: Trace, language: Language): string | undefined {
  const say: Say = (en, zh) => (language === 'en' ? en : zh);
  switch (event.kind) {
    case 'call.entered':
      return entered(event, say);
    case 'call.returned':
      return returned(event, trace, say);
    case 'tcp.segment-sent':
      return sent(event, trace, say);
    default:
      return undefined;
  }
}

function entered({ actor, call, bytes = 0 }: EventOf<'call.entered'>, say: Say): string | undefined {
  if (actor !== 'client' || call !== 'sendall') return undefined;
  return say(`The client writes ${bytes} bytes.`, `客户端程序写 ${bytes} 字节。`);
}

function returned({ actor, call, seq, bytes }: EventOf<'call.returned'>, trace: Trace, say: Say): string | undefined {
  const round = rounds(trace).find(({ answer }) => answer.seq === seq);
  if (round)
    return say(
      `The client has its answer, ${latencyMs(round)} ms after its first write.`,
      `客户端程序得到回答，距第一次写 ${latencyMs(round)} 毫秒。`,
    );
  if (actor === 'server' && call === 'recv' && bytes !== undefined && bytes > 0)
    return say(`recv() gives ${bytes} bytes to the server.`, `recv() 给了服务器程序 ${bytes} 字节。`);
  return undefined;
}

function sent(segment: EventOf<'tcp.segment-sent'>, trace: Trace, say: Say): string | undefined {
  const { seq, length } = segment;
  const held = heldBack(trace).find((one) => one.segment.seq === seq);
  if (held)
    return say(
      `The client’s kernel sends ${length} bytes that it had held back: the ACK has come.`,
      `客户端内核发出扣着的 ${length} 字节：ACK 到了。`,
    );
  const asked = heldBack(trace).find(({ ack }) => ack.seq === seq);
  if (asked)
    return say(
      `The server’s kernel sends the ACK, ${ackAfterMs(trace, asked)} ms after the segment came.`,
      `服务器内核发出 ACK，距报文段到达 ${ackAfterMs(trace, asked)} 毫秒。`,
    );
  if (seq === atOnce(trace)?.seq)
    return say(
      `The client’s kernel sends ${length} bytes, although the segment before has no ACK yet.`,
      `客户端内核发出 ${length} 字节，虽然上一个还没有 ACK。`,
    );
  return dataSegments(trace).some((one) => one.seq === seq)
    ? say(`The client’s kernel sends ${length} bytes.`, `客户端内核发出 ${length} 字节。`)
    : undefined;
}

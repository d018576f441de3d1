import type { Language } from '@lockstep/lab';
import type { Trace, TraceEvent } from '@lockstep/trace';

/** Bytes that are not worth printing in a sentence. */
const MANY = 64;

/** Long datagrams are counted, not spelled out; and what the counters of this lab mean. */
export function sentence(event: TraceEvent, _trace: Trace, language: Language): string | undefined {
  const isEnglish = language === 'en';
  const who = (actor: string): string =>
    actor.startsWith('client') ? (isEnglish ? 'The client' : '客户端') : isEnglish ? 'The server' : '服务器';
  if (event.kind === 'call.entered' && event.call.startsWith('send') && (event.bytes ?? 0) > MANY)
    return isEnglish
      ? `${who(event.actor)} calls ${event.call}() with ${event.bytes} bytes.`
      : `${who(event.actor)}程序调用 ${event.call}()，交出 ${event.bytes} 字节。`;
  if (event.kind === 'call.returned' && event.call === 'recvfrom' && (event.bytes ?? 0) > MANY)
    return isEnglish
      ? `recvfrom() returns to the ${event.actor} with all ${event.bytes} bytes of a datagram at once.`
      : `${who(event.actor)}程序的 recvfrom() 一次返回数据报的 ${event.bytes} 字节。`;
  if (event.kind !== 'kernel.counted') return undefined;
  const host = who(event.actor);
  switch (event.counter) {
    case 'Udp.NoPorts':
      return isEnglish
        ? `${host}’s kernel counts datagrams for ports where nobody is: ${event.value}.`
        : `${host}内核计数：发往无人端口的数据报，共 ${event.value} 个。`;
    case 'Udp.RcvbufErrors':
      return isEnglish
        ? `${host}’s kernel counts datagrams lost to full receive buffers: ${event.value}.`
        : `${host}内核计数：因接收缓冲区满而丢弃，共 ${event.value} 个。`;
    case 'Ip.ReasmOKs':
      return isEnglish
        ? `${host}’s kernel has put a datagram together from its fragments: ${event.value} so far.`
        : `${host}内核把分片拼成了一个完整的数据报，共 ${event.value} 个。`;
    default:
      return undefined;
  }
}

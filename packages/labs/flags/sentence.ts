import { hasFlag, type Lab, type Language, networkName, type SegmentSent } from '@lockstep/lab';
import type { EventOf, Trace } from '@lockstep/trace';

/** Of a segment: which flags its kernel set, and why. Of a call with many bytes: how many. */
export const sentence: NonNullable<Lab['sentence']> = (event, trace, language) => {
  if (event.kind === 'tcp.segment-sent') return ofSegment(event, trace, language);
  const isLong = (event.kind === 'call.entered' || event.kind === 'call.returned') && (event.bytes ?? 0) > LONG_BYTES;
  if (!isLong || (event.kind === 'call.entered' && event.call !== 'sendall')) return undefined;
  if (event.kind === 'call.returned' && event.call !== 'recv') return undefined;
  return ofCall(event, language);
};

/** More cannot be read at a glance. */
const LONG_BYTES = 40;

function ofCall({ kind, actor, call, bytes }: EventOf<'call.entered' | 'call.returned'>, language: Language): string {
  const who = networkName(actor)[language];
  if (kind === 'call.returned')
    return language === 'en' ? `${call}() gives ${who} ${bytes} bytes.` : `${who}的 ${call}() 得到 ${bytes} 字节。`;
  return language === 'en'
    ? `${capital(who)} calls ${call}() with ${bytes} bytes.`
    : `${who}调用 ${call}()，共 ${bytes} 字节。`;
}

function ofSegment(segment: SegmentSent, trace: Trace, language: Language): string {
  const who = networkName(`${segment.from}.kernel`)[language];
  const { en, zh } = reasonOf(segment, trace);
  return language === 'en' ? `${capital(who)} ${en}.` : `${who}${zh}。`;
}

function reasonOf(segment: SegmentSent, trace: Trace) {
  const { length, acknowledgment, destinationPort, sourcePort } = segment;
  const has = (flag: string) => hasFlag(segment, flag);
  if (has('RST'))
    return isByCall(segment, trace)
      ? { en: 'sets RST: close() is to throw the connection away', zh: '设 RST：close() 要丢掉这个连接' }
      : { en: `sets RST: nobody listens at port ${sourcePort}`, zh: `设 RST：端口 ${sourcePort} 无人监听` };
  if (has('SYN') && has('ACK'))
    return {
      en: 'sets SYN and ACK: it agrees, and confirms the other number',
      zh: '设 SYN 和 ACK：同意，并确认对方的序号',
    };
  if (has('SYN'))
    return {
      en: `sets SYN: it wants a connection to port ${destinationPort}`,
      zh: `设 SYN：请求连接端口 ${destinationPort}`,
    };
  if (has('URG'))
    return {
      en: `sets URG on ${length} bytes: one of them is out of band`,
      zh: `给 ${length} 字节设 URG：其中一个是带外数据`,
    };
  if (has('FIN')) return { en: 'sets FIN: nothing more comes from here', zh: '设 FIN：这边不再有数据' };
  if (has('PSH'))
    return {
      en: `sets PSH on ${length} bytes: for now there are no more`,
      zh: `给 ${length} 字节设 PSH：暂时就这么多`,
    };
  if (length > 0)
    return {
      en: `sends ${length} bytes without PSH: more is to follow`,
      zh: `发出 ${length} 字节，不设 PSH：后面还有`,
    };
  return {
    en: `sets ACK alone: it has everything before ${acknowledgment}`,
    zh: `只设 ACK：${acknowledgment} 之前的都已收到`,
  };
}

function isByCall({ cause }: SegmentSent, trace: Trace): boolean {
  return cause !== undefined && trace.kindAt(cause) === 'call.entered';
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

import { hasFlag, type Language, type SegmentSent, type Text } from '@lockstep/lab';
import { type EventOf, endOfAddress, findEvent, hostOf, type Trace, type TraceEvent } from '@lockstep/trace';
import { destinationOf, sourceOf } from './addresses.ts';

/** Forged SYNs and the answers to them by the addresses that stand in them; and what the kernel's counters mean. */
export function sentence(event: TraceEvent, trace: Trace, language: Language): string | undefined {
  return textOf(event, trace)?.[language];
}

function textOf(event: TraceEvent, trace: Trace): Text | undefined {
  switch (event.kind) {
    case 'call.entered':
      return event.call === 'sendto'
        ? {
            en: `The attacker calls sendto() with a SYN made by hand, ${event.bytes} bytes.`,
            zh: `攻击者程序调用 sendto()，交出手工做的 SYN，${event.bytes} 字节。`,
          }
        : undefined;
    case 'tcp.segment-sent':
      return ofSent(event);
    case 'tcp.segment-delivered':
      return ofDelivered(event, trace);
    case 'socket.state':
      return ofState(event);
    case 'kernel.counted':
      return ofCounter(event);
    default:
      return undefined;
  }
}

function ofSent(segment: SegmentSent): Text | undefined {
  if (segment.from === 'attacker')
    return {
      en: `A SYN leaves the attacker. Its sender, so it says: ${sourceOf(segment)}.`,
      zh: `一个 SYN 离开攻击者，自称来自 ${sourceOf(segment)}。`,
    };
  if (segment.to === 'attacker' && hasFlag(segment, 'SYN'))
    return {
      en: `The server’s kernel answers ${destinationOf(segment)}, where nobody is: SYN+ACK.`,
      zh: `服务器内核应答 ${destinationOf(segment)}，那里没有人：SYN+ACK。`,
    };
  return undefined;
}

function ofDelivered({ frame, to }: EventOf<'tcp.segment-delivered'>, trace: Trace): Text | undefined {
  const sent = findEvent(trace, (one) => one.kind === 'tcp.segment-sent' && one.frame === frame) as
    | SegmentSent
    | undefined;
  if (!sent || to !== 'attacker') return undefined;
  return {
    en: `The SYN+ACK for ${destinationOf(sent)} arrives where nobody has that address. No reply.`,
    zh: `给 ${destinationOf(sent)} 的 SYN+ACK 到了，那里没有这个地址，无人回应。`,
  };
}

function ofState({ actor, remote, state, was }: EventOf<'socket.state'>): Text | undefined {
  const { address } = endOfAddress(remote);
  if (hostOf(actor) !== 'server') return undefined;
  if (state === 'SYN-RECEIVED')
    return {
      en: `The server’s kernel keeps a half-open connection with ${address}: SYN-RECEIVED.`,
      zh: `服务器内核记下与 ${address} 的半连接：SYN-RECEIVED。`,
    };
  if (state === 'CLOSED' && was === 'SYN-RECEIVED')
    return {
      en: `The server’s kernel forgets the half-open connection with ${address}.`,
      zh: `服务器内核丢掉与 ${address} 的半连接。`,
    };
  if (state === 'ESTABLISHED' && was === 'LISTEN')
    return {
      en: `A connection with ${address} is there at once: ESTABLISHED, and it was never half-open here.`,
      zh: `与 ${address} 的连接直接就有了：ESTABLISHED，从未在这里半连接过。`,
    };
  return undefined;
}

function ofCounter({ counter, value }: EventOf<'kernel.counted'>): Text | undefined {
  switch (counter) {
    case 'TcpExt.ListenDrops':
      return {
        en: `The server’s kernel drops a SYN without an answer: ListenDrops ${value}.`,
        zh: `服务器内核丢掉一个 SYN，不应答：ListenDrops ${value}。`,
      };
    case 'TcpExt.TCPReqQFullDrop':
      return {
        en: `The SYN queue is full, and there are no cookies: TCPReqQFullDrop ${value}.`,
        zh: `半连接队列满了，又不用 cookie：TCPReqQFullDrop ${value}。`,
      };
    case 'TcpExt.TCPReqQFullDoCookies':
      return {
        en: `The SYN queue is full, so the kernel turns to cookies: TCPReqQFullDoCookies ${value}.`,
        zh: `半连接队列满了，内核改用 cookie：TCPReqQFullDoCookies ${value}。`,
      };
    case 'TcpExt.SyncookiesSent':
      return {
        en: `The answer is a SYN cookie, and nothing is kept: SyncookiesSent ${value}.`,
        zh: `应答用 SYN cookie，什么也不记：SyncookiesSent ${value}。`,
      };
    case 'TcpExt.SyncookiesRecv':
      return {
        en: `An ACK brings a cookie back, and it is a good one: SyncookiesRecv ${value}.`,
        zh: `一个 ACK 把 cookie 带了回来，验证无误：SyncookiesRecv ${value}。`,
      };
    default:
      return undefined;
  }
}

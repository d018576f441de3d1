import type { Claim } from '@lockstep/lab';
import { conversationAt, firstFrame, firstMessage, glued, lost, received, repeated } from './readings.ts';

const udpLoses: Claim = {
  id: 'udp-loses',
  text: {
    en: '“UDP is unreliable, so it usually loses packets.”',
    zh: '“UDP 不可靠，所以通常会丢包。”',
  },
  verdict(trace) {
    const udp = conversationAt(trace, trace.length, 'udp');
    const last = received(trace, 'udp').at(-1);
    if (!last) return undefined;
    const [lostUdp, lostTcp] = [lost(trace, 'udp'), lost(trace, 'tcp')];
    const again = repeated(trace)[0];
    if (!lostUdp && udp.pieces.length === udp.frames)
      return {
        judgement: 'wrong',
        because: {
          en: `All ${udp.frames} datagrams arrived. UDP loses nothing; cables and full buffers do. “Unreliable” means that nobody repairs it.`,
          zh: `${udp.frames} 个数据报全部到达。丢东西的不是 UDP，而是线路和满了的缓冲区。“不可靠”是说没有人替它补救。`,
        },
        evidence: [last.seq],
      };
    if (!lostUdp || !lostTcp || !again) return undefined;
    return {
      judgement: 'half-right',
      because: {
        en: 'The cable lost one message of each. TCP’s kernel sent it again; of UDP’s nobody heard any more. It is not UDP that loses: it only does not repair.',
        zh: '网线把两边各丢了一条。TCP 的内核重发了；UDP 的那条再无下文。不是 UDP 在丢，它只是不补。',
      },
      evidence: [lostUdp.seq, lostTcp.seq, again.seq],
    };
  },
};

const udpIsFaster: Claim = {
  id: 'udp-faster',
  text: { en: '“UDP is faster than TCP.”', zh: '“UDP 比 TCP 快。”' },
  verdict(trace) {
    const [tcp, udp] = [conversationAt(trace, trace.length, 'tcp'), conversationAt(trace, trace.length, 'udp')];
    const [open, message, datagram] = [firstFrame(trace, 'tcp'), firstMessage(trace, 'tcp'), firstFrame(trace, 'udp')];
    if (!open || !message || !datagram) return undefined;
    return {
      judgement: 'half-right',
      because: {
        en: `It saves work: ${tcp.before} frames before TCP’s first message, ${udp.before} before UDP’s; ${tcp.frames} frames in all against ${udp.frames}. But the cable carries a frame no faster for being UDP, and what TCP does more, a UDP program must do itself or do without.`,
        zh: `它省事：TCP 的第一条消息之前有 ${tcp.before} 帧，UDP 之前 ${udp.before} 帧；总共 ${tcp.frames} 帧对 ${udp.frames} 帧。但网线不会因为是 UDP 就走得更快；TCP 多做的事，UDP 程序要么自己做，要么不要。`,
      },
      evidence: [open.seq, message.seq, datagram.seq],
    };
  },
};

const noDelayKeeps: Claim = {
  id: 'nodelay-keeps',
  text: {
    en: '“With TCP_NODELAY each send() arrives as one recv().”',
    zh: '“设了 TCP_NODELAY，一次 send() 就对应一次 recv()。”',
  },
  verdict(trace) {
    const event = glued(trace);
    const message = firstMessage(trace, 'tcp');
    if (!event || !message) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `TCP_NODELAY was on, each message left at once in a segment of its own, and still one recv() returned ${event.bytes} bytes, more than any message has. The receive buffer is one stream.`,
        zh: `TCP_NODELAY 已打开，每条消息都立即独占一个报文段发出；可一次 recv() 仍返回了 ${event.bytes} 字节，比任何一条都长。接收缓冲区里是一条字节流。`,
      },
      evidence: [message.seq, event.seq],
    };
  },
};

export const claims: readonly Claim[] = [udpLoses, udpIsFaster, noDelayKeeps];

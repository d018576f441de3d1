import { type Claim, findOf } from '@lockstep/lab';
import { emptyTaken, fragments, lostThoughSent, taken } from './readings.ts';

/** 1500 bytes of an Ethernet frame, less IPv4's header of 20 and UDP's of 8. */
const ONE_FRAME = 1472;

const atMostOneFrame: Claim = {
  id: 'at-most-1472',
  text: { en: '“A UDP datagram holds at most 1472 bytes.”', zh: '“一个 UDP 数据报最多装 1472 字节。”' },
  verdict(trace) {
    const whole = taken(trace).find(({ bytes = 0 }) => bytes > ONE_FRAME);
    if (!whole) return undefined;
    const frames = fragments(trace);
    const length = (whole.bytes ?? 0).toLocaleString('en');
    return {
      judgement: 'wrong',
      because: {
        en: `One recvfrom() returned ${length} bytes; they had travelled in ${frames.length} frames. 1,472 is what fits in one Ethernet frame. The limit of a datagram over IPv4 is 65,507; 512 was DNS’s own.`,
        zh: `一次 recvfrom() 返回了 ${length} 字节，路上分成 ${frames.length} 帧。1472 是一个以太网帧装得下的量。IPv4 上数据报的上限是 65507；512 则是 DNS 自己的规定。`,
      },
      evidence: [...frames.slice(0, 1).map(({ seq }) => seq), whole.seq],
    };
  },
};

const emptyMeansClosed: Claim = {
  id: 'empty-means-closed',
  text: { en: '“If recv() returns b"", the peer has closed.”', zh: '“recv() 返回 b""，就是对方已关闭。”' },
  verdict(trace) {
    const empty = emptyTaken(trace);
    const later = empty && taken(trace).find(({ seq, bytes = 0 }) => seq > empty.seq && bytes > 0);
    if (!empty || !later) return undefined;
    return {
      judgement: 'half-right',
      because: {
        en: 'True of TCP. Here an empty datagram had been sent, arrived and was taken; after it came another one from the same sender. UDP has no end that one could see.',
        zh: '对 TCP 成立。这里是有人发了一个空数据报，它到了，也被取走；随后同一个发送方的下一个也来了。UDP 没有看得见的结束。',
      },
      evidence: [empty.seq, later.seq],
    };
  },
};

const sentMeansArrived: Claim = {
  id: 'sent-means-arrived',
  text: { en: '“sendto() returned without an error, so it arrived.”', zh: '“sendto() 没有报错，就是到了。”' },
  verdict(trace) {
    const found = lostThoughSent(trace);
    if (!found) return undefined;
    const isFull = findOf(trace, 'socket.dropped', ({ seq }) => seq === found.lost) !== undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `The call had returned its number of bytes. Then the other kernel threw the datagram away: ${isFull ? 'no room in the receive buffer' : 'nobody at that port'}. Its return means only that the own kernel took it.`,
        zh: `调用照常返回了字节数。随后对方内核把数据报丢掉了：${isFull ? '接收缓冲区没有空间' : '那个端口上没有人'}。返回只说明自己的内核收下了它。`,
      },
      evidence: [found.send.seq, found.lost],
    };
  },
};

export const claims: readonly Claim[] = [atMostOneFrame, emptyMeansClosed, sentMeansArrived];

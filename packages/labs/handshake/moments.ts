import { findOf, findSegment, firstCall, type Moment, type SegmentSent, stateReached } from '@lockstep/lab';
import type { EventOf, Trace } from '@lockstep/trace';

export const moments: readonly Moment[] = [
  {
    id: 'syn',
    label: { en: 'SYN', zh: 'SYN' },
    find: (trace) => findSegment(trace, (s) => s.flags === 'SYN')?.seq,
  },
  {
    id: 'lost-syn',
    label: { en: 'a SYN is lost', zh: 'SYN 丢失' },
    find: (trace) => lossOfSyn(trace)?.seq,
  },
  {
    id: 'syn-again',
    label: { en: 'SYN, again', zh: 'SYN 重发' },
    find: (trace) => synAgain(trace)?.seq,
  },
  {
    id: 'syn-ack',
    label: { en: 'SYN, ACK', zh: 'SYN, ACK' },
    find: (trace) => findSegment(trace, (s) => s.flags === 'SYN,ACK')?.seq,
  },
  {
    id: 'ack',
    label: { en: 'third segment', zh: '第三个报文段' },
    find: (trace) => thirdSegment(trace)?.seq,
  },
  {
    id: 'established',
    label: { en: 'both established', zh: '双方已建立' },
    find: (trace) => serverEstablished(trace)?.seq,
  },
  {
    id: 'data',
    label: { en: 'data', zh: '数据' },
    find: (trace) => findSegment(trace, (s) => s.length > 0)?.seq,
  },
  {
    id: 'accept',
    label: { en: 'accept()', zh: 'accept()' },
    find: (trace) => acceptCalled(trace)?.seq,
  },
  {
    id: 'first-fin',
    label: { en: 'first FIN', zh: '第一个 FIN' },
    find: (trace) => findSegment(trace, (s) => s.flags.includes('FIN'))?.seq,
  },
  {
    id: 'time-wait',
    label: { en: 'TIME-WAIT', zh: 'TIME-WAIT' },
    find: (trace) => stateReached(trace, 'TIME-WAIT')?.seq,
  },
];

/** The ACK that completes the handshake: the client's first segment after the SYN, ACK. */
export function thirdSegment(trace: Trace): SegmentSent | undefined {
  const second = findSegment(trace, (s) => s.flags === 'SYN,ACK');
  return second && findSegment(trace, (s) => s.from === 'client' && s.flags.includes('ACK'), second.seq);
}

/** The kernel's word that the server's end is ESTABLISHED. */
export function serverEstablished(trace: Trace): EventOf<'socket.state'> | undefined {
  return stateReached(trace, 'ESTABLISHED', 'server.kernel');
}

export function acceptCalled(trace: Trace): EventOf<'call.entered'> | undefined {
  return firstCall(trace, 'accept');
}

/** The client's first SYN, where the cable ate it. */
export function lostSyn(trace: Trace): SegmentSent | undefined {
  const syn = findSegment(trace, ({ flags }) => flags === 'SYN');
  return syn && lossOfSyn(trace) && syn;
}

function lossOfSyn(trace: Trace): EventOf<'tcp.segment-dropped'> | undefined {
  const syn = findSegment(trace, ({ flags }) => flags === 'SYN');
  return syn && findOf(trace, 'tcp.segment-dropped', ({ frame }) => frame === syn.frame);
}

/** The SYN that followed the lost one. */
export function synAgain(trace: Trace): SegmentSent | undefined {
  const lost = lostSyn(trace);
  return lost && findSegment(trace, ({ flags }) => flags === 'SYN', lost.seq + 1);
}

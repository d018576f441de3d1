// Lane A: each frame of each kernel passes here. First everything that has happened is written down, then one frame
// is put in at its other end, then everything that this made happen is written down, and so on. Its sender's kernel
// is asked when a frame comes out, its receiver's right before and after it goes in.
import { decodeFrame, ethernetOf } from '@lockstep/packet';
import type { RunClock } from '../native/clock.ts';
import type { Causes } from './causes.ts';
import { because, deliveredFact, droppedFact, sentFact, type Travelling } from './frame-facts.ts';
import type { Ledger } from './ledger.ts';
import { segmentOf } from './segment.ts';
import type { SocketWatch } from './socket-watch.ts';
import type { Decide } from './verdict.ts';

/** One end of the cable. */
export interface Port {
  readonly host: string;
  readonly mac: string;
  readonly watch: SocketWatch;
  /** Whether nothing may be put in just now. */
  readonly isBusy: () => boolean;
  /** Puts a frame in: when it returns, the kernel there has usually dealt with it. */
  send(bytes: Uint8Array): void;
}

export interface Witness {
  readonly clock: RunClock;
  readonly ledger: Ledger;
  readonly causes: Causes;
}

export interface Cable {
  /**
   * A frame came out of a port. `isLast`: none waits behind it. Only then is its kernel asked: a state that belongs to
   * a later frame must not be told before an earlier one.
   */
  take(from: Port, bytes: Uint8Array, sentUs: number, isLast: boolean): void;
  /** Lets the frame arrive that has travelled longest to a host that is not busy. False: there is none. */
  deliverNext(): boolean;
}

interface OnTheWay {
  readonly travelling: Travelling;
  readonly receivers: readonly Port[];
  /** The fact that it was sent. */
  readonly sent: number;
}

export function createCable(ports: readonly Port[], decide: Decide, { clock, ledger, causes }: Witness): Cable {
  const onTheWay: OnTheWay[] = [];
  let count = 0;

  function deliver({ travelling, sent }: OnTheWay, receiver: Port): void {
    const at = clock.nowUs();
    receiver.watch.sample(at);
    const delivered = ledger.record(deliveredFact({ ...travelling, to: receiver.host }, { at, cause: sent }));
    if (travelling.segment) causes.delivered(receiver.host, travelling.segment, delivered);
    receiver.send(travelling.frame.bytes);
    receiver.watch.sample(at, delivered);
  }

  return {
    take(from, bytes, sentUs, isLast) {
      const frame = decodeFrame(bytes);
      const segment = segmentOf(frame);
      const receivers = receiversOf(ports, from, ethernetOf(frame)?.destination);
      const to = receivers.map(({ host }) => host).join(',');
      const travelling: Travelling = { number: ++count, from: from.host, to, frame, segment };
      const cause = segment ? causes.ofSent(from.host, segment) : causes.ofDatagram(from.host);
      if (isLast) from.watch.sample(sentUs, cause);
      const sent = ledger.record(sentFact(travelling, { at: sentUs, ...because(cause) }));
      onTheWay.push({ travelling, receivers, sent });
    },
    deliverNext() {
      const index = onTheWay.findIndex(({ receivers }) => !receivers.some((receiver) => receiver.isBusy()));
      const [next] = index < 0 ? [] : onTheWay.splice(index, 1);
      if (!next) return false;
      const verdict = decide(next.travelling);
      if (verdict.kind === 'drop')
        ledger.record(droppedFact(next.travelling, verdict.reason, { at: clock.nowUs(), cause: next.sent }));
      else for (const receiver of next.receivers) deliver(next, receiver);
      return true;
    },
  };
}

/** The port with this address; all others for a group address (the lowest bit of its first byte, IEEE 802.3). */
function receiversOf(ports: readonly Port[], from: Port, destination: string | undefined): readonly Port[] {
  if (destination === undefined) return [];
  const isGroup = (Number.parseInt(destination.slice(0, 2), 16) & 1) === 1;
  return ports.filter((port) => port !== from && (isGroup || port.mac === destination));
}

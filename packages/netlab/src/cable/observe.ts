// Lane B: frames of the loopback interface, seen when they have already arrived. Nothing can be held or dropped, and
// a state that lasted only within one call may have passed before anybody could look.
import { decodeFrame } from '@lockstep/packet';
import type { Witness } from './cable.ts';
import { because, deliveredFact, sentFact, type Travelling } from './frame-facts.ts';
import { segmentOf } from './segment.ts';

/** One of the two programs that talk to each other over loopback. */
export interface LoopbackHost {
  readonly name: string;
  readonly isServer: boolean;
}

/** Tells of one frame: on loopback sending and delivery are one moment. */
export type Observe = (bytes: Uint8Array, seenUs: number) => void;

/** @param port the server's, by which the direction of a segment is known. */
export function createObserve(hosts: readonly LoopbackHost[], port: number, { ledger, causes }: Witness): Observe {
  let count = 0;
  return (bytes, seenUs) => {
    const frame = decodeFrame(bytes);
    const segment = segmentOf(frame);
    if (!segment) return;
    const isFromServer = segment.header.sourcePort === port;
    const from = hosts.find(({ isServer }) => isServer === isFromServer)?.name;
    const to = hosts.find(({ isServer }) => isServer !== isFromServer)?.name;
    if (from === undefined || to === undefined) return;
    const travelling: Travelling = { number: ++count, from, to, frame, segment };
    const cause = causes.ofSent(from, segment);
    const sent = ledger.record(sentFact(travelling, { at: seenUs, ...because(cause) }));
    causes.delivered(to, segment, ledger.record(deliveredFact(travelling, { at: seenUs, cause: sent })));
  };
}

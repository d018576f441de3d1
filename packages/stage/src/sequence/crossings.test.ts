import { createTrace } from '@lockstep/trace';
import { describe, expect, it } from 'vitest';
import { handshakeTrace } from '../testing/handshake-trace.ts';
import { crossingsOf } from './crossings.ts';
import { initialNumbersOf, labelOf, segmentName } from './segment-label.ts';

describe('crossings of the cable', () => {
  it('end where the cable drops the frame, and name the segment sent in its place', () => {
    const trace = handshakeTrace({ dropFirstSyn: true });
    const [lost, again] = crossingsOf(trace, trace.length);
    expect(lost?.reason).toBe('dropped by you');
    expect(lost?.deliveredSeq).toBeUndefined();
    expect(lost?.resent?.again).toBe(again?.sent.seq);
    expect(again?.repeats).toBe(lost?.resent);
    expect(again?.deliveredSeq).toBe((again?.sent.seq ?? 0) + 1);
  });

  it('take what overlaps for a repetition of what was lost, and no acknowledgment', () => {
    const trace = createTrace(handshakeTrace().header);
    const send = (frame: number, flags: string, length: number) =>
      trace.append({
        at: frame,
        actor: 'client.kernel',
        source: 'wire',
        kind: 'tcp.segment-sent',
        frame,
        from: 'client',
        to: 'server',
        sourcePort: 1,
        destinationPort: 2,
        flags,
        sequence: 100,
        acknowledgment: 200,
        window: 1,
        length,
        bytes: '',
      });
    const drop = (frame: number) =>
      trace.append({ at: frame, actor: 'cable', source: 'wire', kind: 'tcp.segment-dropped', frame, reason: 'x' });
    send(1, 'ACK', 0);
    drop(1);
    send(2, 'ACK', 0);
    send(3, 'PSH,ACK', 5);
    drop(3);
    send(4, 'PSH,ACK', 7);
    send(5, 'ACK', 5);
    const resent = crossingsOf(trace, trace.length).map((one) => one.resent?.again);
    expect(resent).toEqual([undefined, undefined, 5, 6, undefined]);
  });
});

describe('labels of segments', () => {
  const trace = handshakeTrace();
  const initial = initialNumbersOf(trace, trace.length);
  const segments = crossingsOf(trace, trace.length).map((crossing) => crossing.sent);

  it('count from the initial sequence numbers', () => {
    expect(
      segments
        .map((sent) => labelOf(sent, initial, { relative: true }))
        .map(({ flags, fields }) => `${flags} | ${fields}`),
    ).toEqual([
      'SYN | seq=0',
      'SYN, ACK | seq=0 ack=1',
      'ACK | ack=1',
      'PSH, ACK | seq=1 len=12',
      'ACK | ack=13',
      'FIN, ACK | seq=13 ack=1',
      'ACK | ack=14',
      'FIN, ACK | seq=1 ack=14',
      'ACK | ack=2',
    ]);
  });

  it('show the numbers of the wire when asked', () => {
    expect(labelOf(segments[1] as (typeof segments)[0], initial, { relative: false }).fields).toBe(
      'seq=713905216 ack=2604188374',
    );
  });

  it('are spoken with all their numbers', () => {
    expect(segmentName(segments[3] as (typeof segments)[0], initial)).toBe('PSH, ACK, seq 1, ack 1, len 12');
  });
});

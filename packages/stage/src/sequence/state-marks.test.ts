import { describe, expect, it } from 'vitest';
import { handshakeTrace } from '../testing/handshake-trace.ts';
import { connectionStates, stateMarksOf } from './state-marks.ts';

describe('the states of both ends', () => {
  it('are drawn once where the kernel and the segments agree', () => {
    const trace = handshakeTrace();
    const marks = stateMarksOf(trace, trace.length);
    expect(marks.filter((mark) => mark.witness === 'segments')).toEqual([]);
    const agreed = marks.filter((mark) => mark.impliedSeq !== undefined).map(({ host, state }) => `${host} ${state}`);
    expect(agreed).toEqual([
      'server LISTEN',
      'client SYN-SENT',
      'server SYN-RECEIVED',
      'client ESTABLISHED',
      'server ESTABLISHED',
      'client FIN-WAIT-1',
      'server CLOSE-WAIT',
      'client FIN-WAIT-2',
      'server LAST-ACK',
      'client TIME-WAIT',
      'server CLOSED',
    ]);
  });

  it('are drawn from the segments alone where the kernel was not asked in time', () => {
    const trace = handshakeTrace({ missSynReceived: true });
    const lone = stateMarksOf(trace, trace.length).filter((mark) => mark.witness === 'segments');
    expect(lone.map(({ host, state }) => `${host} ${state}`)).toEqual(['server SYN-RECEIVED']);
    expect(trace.event(lone[0]?.seq ?? -1)).toMatchObject({ kind: 'tcp.segment-sent', flags: 'SYN,ACK' });
  });

  it('come from the segments when the kernel is hidden, and from the kernel when derived facts are', () => {
    const trace = handshakeTrace();
    const hiddenKernel = stateMarksOf(trace, trace.length, { kernel: false, segments: true });
    expect(new Set(hiddenKernel.map((mark) => mark.witness))).toEqual(new Set(['segments']));
    const hiddenDerived = stateMarksOf(trace, trace.length, { kernel: true, segments: false });
    expect(hiddenDerived.every((mark) => mark.witness === 'kernel' && mark.impliedSeq === undefined)).toBe(true);
  });

  it('tell the end of the listening socket from the end of the connection', () => {
    const trace = handshakeTrace();
    const server = connectionStates(stateMarksOf(trace, trace.length), 'server').map((mark) => mark.state);
    expect(server).toEqual(['LISTEN', 'SYN-RECEIVED', 'ESTABLISHED', 'CLOSE-WAIT', 'LAST-ACK', 'CLOSED']);
  });
});

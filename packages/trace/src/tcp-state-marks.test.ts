import { describe, expect, it } from 'vitest';
import { createTrace, type Fact, tcpStateMarksOf } from './index.ts';
import { header, traceOf } from './testing/arbitrary-trace.ts';

let frame = 0;

function crossed(from: string, flags: string): Fact[] {
  frame++;
  const to = from === 'a' ? 'b' : 'a';
  const [sourcePort, destinationPort] = from === 'a' ? [1, 2] : [2, 1];
  return [
    {
      at: 0,
      actor: `${from}.kernel`,
      kind: 'tcp.segment-sent',
      source: 'wire',
      frame,
      from,
      to,
      sourcePort,
      destinationPort,
      flags,
      sequence: 0,
      acknowledgment: 1,
      window: 1,
      length: 0,
      bytes: '',
    } as Fact,
    { at: 0, actor: `${to}.kernel`, kind: 'tcp.segment-delivered', source: 'wire', frame, to },
  ];
}

function says(host: string, state: string, was: string, remote = host === 'a' ? 'b:2' : 'a:1'): Fact {
  const local = host === 'a' ? 'a:1' : 'b:2';
  return {
    at: 0,
    actor: `${host}.kernel`,
    kind: 'socket.state',
    source: 'kernel',
    socket: local,
    local,
    remote,
    state,
    was,
  };
}

function marks(facts: readonly Fact[], kernel = true, segments = true) {
  const trace = traceOf(facts);
  return tcpStateMarksOf(trace, trace.length, { kernel, segments }).map(
    ({ host, connection, state, witness, impliedSeq }) =>
      `${host}${connection} ${state} ${witness}${impliedSeq === undefined ? '' : ' agreed'}`,
  );
}

const opening = [
  says('a', 'SYN-SENT', 'CLOSED'),
  ...crossed('a', 'SYN'),
  says('b', 'SYN-RECEIVED', 'LISTEN'),
  ...crossed('b', 'SYN,ACK'),
  says('a', 'ESTABLISHED', 'SYN-SENT'),
];

describe('the states of the ends of connections', () => {
  it('are told once where the kernel and the segments agree', () => {
    expect(marks(opening)).toEqual([
      'a1 SYN-SENT kernel agreed',
      'b1 SYN-RECEIVED kernel agreed',
      'a1 ESTABLISHED kernel agreed',
    ]);
  });

  it('come from the segments alone where the kernel did not say it', () => {
    expect(marks(opening.toSpliced(3, 1))).toContain('b1 SYN-RECEIVED segments');
  });

  it('are not implied, in the sandbox, of an end that its kernel never spoke of', () => {
    const forged = opening.filter(({ actor, kind }) => actor !== 'a.kernel' || kind !== 'socket.state');
    const trace = createTrace({ ...header, reality: { lane: 'A', parts: [] } });
    for (const fact of forged) trace.append(fact);
    expect(tcpStateMarksOf(trace, trace.length).map(({ host }) => host)).toEqual(['b']);
    expect(tcpStateMarksOf(traceOf(forged), forged.length).map(({ host }) => host)).toContain('a');
  });

  it('come from one witness only when the other is hidden', () => {
    expect(marks(opening, false)).toEqual([
      'a1 SYN-SENT segments',
      'b1 SYN-RECEIVED segments',
      'a1 ESTABLISHED segments',
    ]);
    expect(marks(opening, true, false).every((mark) => mark.endsWith('kernel'))).toBe(true);
  });

  it('tell what listens, and its end, from the connections', () => {
    const listener = [says('b', 'LISTEN', 'CLOSED', '*:0'), ...opening, says('b', 'CLOSED', 'LISTEN', '*:0')];
    const trace = traceOf(listener);
    const own = tcpStateMarksOf(trace, trace.length).filter(({ connection }) => connection === 0);
    expect(own.map(({ state, listenerEnds }) => [state, listenerEnds])).toEqual([
      ['LISTEN', undefined],
      ['LISTEN', true],
    ]);
  });
});

import { holdKnob, type Lab, rulesKnob } from '@lockstep/lab';
import { createTrace, type Fact, type Header, type Trace } from '@lockstep/trace';
import { sampleLab } from './sample-lab.ts';
import { sampleHeader } from './sample-run.ts';

/** The sample as a lab with a cable that can be run by hand; it asks nothing beforehand. */
export const cableLab: Lab = {
  ...sampleLab,
  modes: ['stepped', 'free'],
  predictions: [],
  knobs: [rulesKnob({ hosts: ['client', 'server'] }), holdKnob],
};

export const cableHeader: Header = {
  ...sampleHeader,
  knobs: { rules: '' },
  seed: 5,
  actors: [
    { id: 'client', role: 'program', colour: 1, host: 'client' },
    { id: 'client.kernel', role: 'kernel', colour: 1, host: 'client' },
    { id: 'cable', role: 'cable', colour: 0 },
    { id: 'server.kernel', role: 'kernel', colour: 2, host: 'server' },
    { id: 'server', role: 'program', colour: 2, host: 'server' },
  ],
};

function sent(frame: number, from: 'client' | 'server', flags: string): Fact {
  return {
    at: frame * 10,
    actor: `${from}.kernel`,
    kind: 'tcp.segment-sent',
    source: 'wire',
    frame,
    from,
    to: from === 'client' ? 'server' : 'client',
    sourcePort: from === 'client' ? 40_000 : 9000,
    destinationPort: from === 'client' ? 9000 : 40_000,
    flags,
    sequence: 700 + frame,
    acknowledgment: 0,
    window: 1,
    length: 0,
    bytes: '00'.repeat(66),
  };
}

const cable = { actor: 'cable', source: 'wire' } as const;
const held = (frame: number): Fact => ({ ...cable, at: frame * 10, kind: 'frame.held', frame, reason: 'by hand' });

/** A SYN that is dropped, one that is delivered, and two frames that are held. */
export const cableFacts: readonly Fact[] = [
  sent(1, 'client', 'SYN'),
  held(1),
  { ...cable, at: 20, kind: 'tcp.segment-dropped', frame: 1, reason: 'by hand', cause: 0 },
  { ...sent(2, 'client', 'SYN'), sequence: 701 } as Fact,
  held(2),
  { at: 30, actor: 'server.kernel', source: 'wire', kind: 'tcp.segment-delivered', frame: 2, to: 'server', cause: 3 },
  sent(3, 'server', 'SYN,ACK'),
  held(3),
  sent(4, 'client', 'RST'),
  held(4),
];

export function cableTrace(length = cableFacts.length, header: Header = cableHeader): Trace {
  const trace = createTrace(header);
  for (const fact of cableFacts.slice(0, length)) trace.append(fact);
  return trace;
}

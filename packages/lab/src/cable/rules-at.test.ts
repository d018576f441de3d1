import { createTrace, type Fact, type KnobValues, type Mode, type Trace } from '@lockstep/trace';
import { expect, test } from 'vitest';
import { frameDecisions, rulesAt, rulesBeforeLast, rulesWith } from './rules-at.ts';

/** What happens in a told run: `client 1 SYN` is sent, `hold 1`, and so on; one word of kind, the frame after it. */
function told(lines: readonly string[], knobs: KnobValues = {}, mode: Mode = 'stepped'): Trace {
  const trace = createTrace({
    format: 'lockstep',
    version: 1,
    run: 'told',
    lab: 'told',
    mode,
    knobs,
    seed: 1,
    actors: [
      { id: 'client', role: 'program', colour: 1, host: 'client' },
      { id: 'cable', role: 'cable', colour: 0 },
      { id: 'server', role: 'program', colour: 2, host: 'server' },
    ],
    reality: { parts: [] },
    machine: { platform: 'linux', kernel: '', node: '', cores: 2 },
    startedAt: '2026-01-01T00:00:00Z',
  });
  for (const line of lines) trace.append(factOf(line, trace.length));
  return trace;
}

function factOf(line: string, at: number): Fact {
  const [first = '', second = '', flags = '', sequence = '0', length = '0'] = line.split(' ');
  const base = { at, actor: 'cable', source: 'wire' } as const;
  const frame = Number(second);
  switch (first) {
    case 'hold':
      return { ...base, kind: 'frame.held', frame, reason: flags || 'by hand' };
    case 'deliver':
      return { ...base, kind: 'tcp.segment-delivered', frame, to: flags };
    case 'drop':
      return { ...base, kind: 'tcp.segment-dropped', frame, reason: 'by hand' };
    case 'duplicate':
      return { ...base, kind: 'frame.duplicated', frame, reason: 'by hand' };
    case 'delay':
      return { ...base, kind: 'frame.delayed', frame, ms: 200, reason: 'by hand' };
    default:
      return {
        ...base,
        actor: `${first}.kernel`,
        kind: 'tcp.segment-sent',
        frame,
        from: first,
        to: first === 'client' ? 'server' : 'client',
        sourcePort: first === 'client' ? 1 : 2,
        destinationPort: first === 'client' ? 2 : 1,
        flags,
        sequence: Number(sequence),
        acknowledgment: 0,
        window: 1,
        length: Number(length),
        bytes: '',
      };
  }
}

const handshake = [
  'client 1 SYN',
  'hold 1',
  'deliver 1 server',
  'server 2 SYN,ACK',
  'hold 2',
  'duplicate 2',
  'deliver 2 client',
  'deliver 2 client',
  'client 3 ACK',
  'hold 3',
  'drop 3',
  'client 4 PSH,ACK 1 5',
  'hold 4',
  'delay 4',
];

test('decisions become rules for the how-manieth frame of their sender', () => {
  const trace = told(handshake);
  expect(rulesAt(trace, trace.length)).toBe('pass client 1; duplicate server 1; drop client 2; delay client 3 200 ms');
  expect(rulesAt(trace, 3)).toBe('pass client 1');
  expect(rulesAt(trace, 2)).toBe('');
});

test('decisions are listed in the order in which they were made', () => {
  const trace = told(handshake);
  expect(frameDecisions(trace, trace.length).map(({ frame, rule }) => [frame, rule])).toEqual([
    [1, 'pass client 1'],
    [2, 'duplicate server 1'],
    [3, 'drop client 2'],
    [4, 'delay client 3 200 ms'],
  ]);
});

test('the last decision is taken back, whether a hand made it in this run or a rule repeated it', () => {
  const trace = told(handshake);
  expect(rulesBeforeLast(trace)).toBe('pass client 1; duplicate server 1; drop client 2');
  const again = told(['client 1 SYN', 'deliver 1 server', 'server 2 SYN,ACK', 'hold 2'], { rules: 'pass client 1' });
  expect(rulesAt(again, again.length)).toBe('pass client 1');
  expect(rulesBeforeLast(again)).toBe('');
  expect(rulesBeforeLast(told(['client 1 SYN', 'hold 1']))).toBeUndefined();
});

test('rules that are not about single frames of a sender stay as they are', () => {
  const trace = told(['client 1 SYN', 'hold 1', 'drop 1'], { rules: 'drop 10%; rate 512 kbit/s' });
  expect(rulesAt(trace, 0)).toBe('drop 10%; rate 512 kbit/s');
  expect(rulesAt(trace, trace.length)).toBe('drop client 1; drop 10%; rate 512 kbit/s');
});

test('a frame that a later one was let overtake is held until that has arrived', () => {
  const trace = told([
    'client 1 PSH,ACK 1 5',
    'hold 1',
    'client 2 PSH,ACK 6 5',
    'hold 2',
    'deliver 2 server',
    'deliver 1 server',
  ]);
  expect(rulesAt(trace, trace.length)).toBe('pass client 2; hold client 1 until client 2');
});

test('what a kernel sent again while the hand was thinking does not count, nor does the answer to it', () => {
  const trace = told([
    'client 1 SYN',
    'hold 1',
    'client 2 SYN',
    'hold 2',
    'deliver 1 server',
    'server 3 SYN,ACK',
    'hold 3',
    'deliver 3 client',
    'client 4 ACK',
    'hold 4',
    'deliver 4 server',
    'deliver 2 server',
    'server 5 ACK',
    'hold 5',
    'deliver 5 client',
    'server 6 PSH,ACK 1 5',
    'hold 6',
    'drop 6',
  ]);
  expect(rulesAt(trace, trace.length)).toBe('pass client 1,2; pass server 1; drop server 2');
});

test('what a kernel sent again because its first was dropped does count', () => {
  const trace = told(['client 1 SYN', 'hold 1', 'client 2 SYN', 'hold 2', 'drop 1', 'deliver 2 server']);
  expect(rulesAt(trace, trace.length)).toBe('drop client 1; pass client 2');
});

test('letting the rest pass is a rule for all frames, and is taken back as one decision', () => {
  const trace = told(['client 1 SYN', 'hold 1', 'drop 1', 'client 2 SYN', 'deliver 2 server']);
  expect(rulesAt(trace, trace.length)).toBe('drop client 1; pass');
  expect(rulesBeforeLast(trace)).toBe('drop client 1');
  expect(rulesAt(told(['client 1 SYN', 'deliver 1 server'], { hold: 'calls' }), 2)).toBe('');
});

test('another act for one frame goes before what the run did until then', () => {
  const trace = told(handshake);
  expect(rulesWith(trace, 3, 'deliver')).toBe('pass client 2; pass client 1; duplicate server 1');
  const free = told(['client 1 SYN', 'deliver 1 server'], { rules: 'drop client SYN 2' }, 'free');
  expect(rulesWith(free, 1, 'delay')).toBe('delay client 1 200 ms; drop client SYN 2');
});

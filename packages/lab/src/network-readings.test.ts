import { createTrace, type Fact, type Header } from '@lockstep/trace';
import { expect, test } from 'vitest';
import {
  arrivalOf,
  eventsOf,
  findSegment,
  firstCall,
  hasFlag,
  networkActors,
  networkName,
  returnsOf,
  stateReached,
} from './index.ts';

const by = (actor: string) => ({ at: 0, actor, source: 'program' }) as const;
const segment: Fact = {
  ...by('client.kernel'),
  source: 'wire',
  kind: 'tcp.segment-sent',
  frame: 1,
  from: 'client',
  to: 'server',
  sourcePort: 40_000,
  destinationPort: 9000,
  flags: 'SYN',
  sequence: 1,
  acknowledgment: 0,
  window: 1,
  length: 0,
  bytes: '',
};
const facts: readonly Fact[] = [
  { ...by('client'), kind: 'call.entered', call: 'connect', detail: '' },
  segment,
  { ...segment, frame: 2, flags: 'FIN,ACK' },
  { ...by('server.kernel'), source: 'wire', kind: 'tcp.segment-delivered', frame: 2, to: 'server', cause: 2 },
  {
    ...by('server.kernel'),
    source: 'kernel',
    kind: 'socket.state',
    socket: 's',
    local: '',
    remote: '',
    state: 'CLOSE-WAIT',
    was: 'ESTABLISHED',
  },
  { ...by('client'), kind: 'call.returned', call: 'connect', result: 'None', cause: 0 },
];
const trace = createTrace({ actors: [], reality: { parts: [] } } as unknown as Header);
for (const fact of facts) trace.append(fact);

test('segments are found by what they are, arrivals by their frame', () => {
  expect(findSegment(trace, (one) => hasFlag(one, 'FIN'))?.frame).toBe(2);
  expect(findSegment(trace, (one) => hasFlag(one, 'SYN'), 2)).toBeUndefined();
  expect(arrivalOf(trace, 2)?.seq).toBe(3);
  expect(arrivalOf(trace, 1)).toBeUndefined();
  expect(eventsOf(trace, 'tcp.segment-sent')).toHaveLength(2);
});

test('states and calls are found by name, and by whose they are', () => {
  expect(stateReached(trace, 'CLOSE-WAIT')?.seq).toBe(4);
  expect(stateReached(trace, 'CLOSE-WAIT', 'client.kernel')).toBeUndefined();
  expect(firstCall(trace, 'connect')?.seq).toBe(0);
  expect(firstCall(trace, 'connect', 'server')).toBeUndefined();
  expect(returnsOf(trace, 'connect').map(({ seq }) => seq)).toEqual([5]);
});

test('hosts stand left and right of the cable, kernels next to it', () => {
  const actors = networkActors([{ name: 'client1', program: 'client' }, { name: 'client2' }, { name: 'server' }]);
  expect(actors.map(({ id }) => id)).toEqual([
    'client1',
    'client1.kernel',
    'cable',
    'client2.kernel',
    'client2',
    'server.kernel',
    'server',
  ]);
  expect(actors.at(-1)).toMatchObject({ address: '10.0.0.3', colour: 3, program: 'server' });
  expect(networkName('client2.kernel')).toEqual({ en: 'the kernel of client 2', zh: '客户端 2 的内核' });
  expect(networkName('server').zh).toBe('服务器程序');
});

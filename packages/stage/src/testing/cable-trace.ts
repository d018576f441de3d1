// Runs in which the cable interferes: what is lost, kept back, doubled and overtaken, and who else is on it.
import type { Trace } from '@lockstep/trace';
import { type SampleEnd, sampleHandshake, sampleNetwork } from './network-trace.ts';

const CLIENT: SampleEnd = { host: 'client', port: 40_001 };
const SERVER: SampleEnd = { host: 'server', port: 9000 };
const TWO = [
  { id: 'client', colour: 1 },
  { id: 'server', colour: 2 },
] as const;

/** A connection whose frames the cable holds, drops, doubles and delays. */
export function troubledTrace(): Trace {
  const net = sampleNetwork(TWO);
  net.listens(SERVER);
  const connect = net.call('client', 'connect', '10.0.0.2, 9000');
  const done = sampleHandshake(net, CLIENT, SERVER, connect);
  net.state(SERVER, CLIENT, 'SYN-RECEIVED', 'ESTABLISHED', done);
  net.returned('client', 'connect', 'None', connect);
  const own = { socket: net.socket(CLIENT, SERVER) };
  const theirs = { socket: net.socket(SERVER, CLIENT) };
  const recv = net.call('server', 'recv', '1024', theirs);
  const send = net.call('client', 'sendall', "b'AAAA'", own);
  const data = { from: CLIENT, to: SERVER, ack: 1 };
  const ack = { from: SERVER, to: CLIENT, seq: 1, flags: ['ACK'] } as const;
  const first = net.segment({ ...data, flags: ['PSH', 'ACK'], seq: 1, text: 'AAAA', cause: send });
  net.held(first, 'hold client data 1 until client data 2');
  net.returned('client', 'sendall', 'None', send, { ...own, bytes: 4 });
  net.kernel('client', 'tcp.measured', {
    ...own,
    rttUs: 300,
    rtoUs: 204_000,
    congestionWindow: 10,
    slowStartThreshold: 2_147_483_647,
    unacknowledged: 1,
    retransmitted: 0,
  });
  net.kernel('client', 'socket.timer', { ...own, timer: 'retransmit', expiresMs: 204, retransmits: 0 });
  const second = net.segment({ ...data, flags: ['PSH', 'ACK'], seq: 5, text: 'BBBB' });
  const early = net.arrives(second);
  const gap = net.segment({ ...ack, ack: 1, cause: early });
  const late = net.arrives(first);
  net.arrives(gap);
  net.returned('server', 'recv', "b'AAAABBBB'", recv, { ...theirs, bytes: 8 });
  net.arrives(net.segment({ ...ack, ack: 9, cause: late }));
  const third = net.segment({ ...data, flags: ['PSH', 'ACK'], seq: 9, text: 'CCCC' });
  net.lost(third, 'dropped by you');
  const fourth = net.segment({ ...data, flags: ['PSH', 'ACK'], seq: 13, text: 'DDDD' });
  net.arrives(fourth);
  net.arrives(net.segment({ ...ack, ack: 9 }));
  net.arrives(net.segment({ ...data, flags: ['PSH', 'ACK'], seq: 9, text: 'CCCC', us: 14_000 }));
  net.arrives(net.segment({ ...ack, ack: 17, window: 0 }));
  const fifth = net.segment({ ...data, flags: ['PSH', 'ACK'], seq: 17, text: 'EEEE' });
  net.doubled(fifth, 'duplicate client data 5');
  net.arrives(fifth);
  net.arrives(fifth);
  const answer = net.segment({ ...ack, ack: 21 });
  net.delayed(answer, 250, 'delay server ACK');
  net.arrives(net.segment({ ...data, flags: ['PSH', 'ACK'], seq: 17, text: 'EEEE', us: 204_000 }));
  net.arrives(answer);
  net.tell({ actor: 'cable', source: 'program', kind: 'run.ended', reason: 'finished' });
  return net.trace;
}

/** Frames that are not TCP: an address asked for, datagrams whole and in pieces, one thrown away, one refused. */
export function datagramTrace(): Trace {
  const net = sampleNetwork(TWO);
  const at: SampleEnd = { host: 'server', port: 5000 };
  const ask = net.arp('client', 'server', true);
  net.arrives(ask);
  net.arrives(net.arp('server', 'client', false));
  const send = net.call('client', 'sendto', "b'hello', 10.0.0.2, 5000");
  net.arrives(net.udp(CLIENT, at, 'hello, world, 20 B.'));
  net.returned('client', 'sendto', '19', send);
  for (const [offset, length, more] of [
    [0, 1480, true],
    [1480, 1480, true],
    [2960, 40, false],
  ] as const)
    net.arrives(net.fragment('client', 'server', 7, offset, length, more));
  net.arrives(net.udp(CLIENT, at, 'one too many'));
  net.kernel('server', 'socket.dropped', { socket: '10.0.0.2:5000', count: 1 });
  net.lost(net.udp(CLIENT, at, 'lost'), 'drop client udp');
  net.arrives(net.udp(CLIENT, { host: 'server', port: 5001 }, 'nobody'));
  net.arrives(net.icmp('server', 'client'));
  net.kernel('server', 'kernel.counted', { counter: 'Udp.NoPorts', value: 1, before: 0 });
  return net.trace;
}

/** Three clients and a server; the first client connects twice. */
export function crowdTrace(clients = 3): Trace {
  const net = sampleNetwork([
    ...Array.from({ length: clients }, (_, index) => ({
      id: `client${index + 1}`,
      colour: ([1, 3, 4, 5, 6, 7, 8] as const)[index % 7] ?? 1,
    })),
    { id: 'server', colour: 2 },
  ]);
  net.listens(SERVER);
  const ends: SampleEnd[] = Array.from({ length: clients }, (_, index) => ({
    host: `client${index + 1}`,
    port: 40_001 + index,
  }));
  if (ends[0]) ends.push({ host: ends[0].host, port: 50_000 });
  for (const end of ends) {
    const connect = net.call(end.host, 'connect', '10.0.0.4, 9000');
    const done = sampleHandshake(net, end, SERVER, connect);
    net.state(SERVER, end, 'SYN-RECEIVED', 'ESTABLISHED', done);
    net.returned(end.host, 'connect', 'None', connect);
  }
  for (const [index, end] of ends.entries()) {
    const data = net.segment({ from: end, to: SERVER, flags: ['PSH', 'ACK'], seq: 1, ack: 1, text: `hello ${index}` });
    const arrived = net.arrives(data);
    net.arrives(net.segment({ from: SERVER, to: end, flags: ['ACK'], seq: 1, ack: 8, cause: arrived }));
  }
  return net.trace;
}

/** An upload of many segments, every tenth of which is lost once. */
export function longTrace(segments: number): Trace {
  const net = sampleNetwork(TWO);
  net.listens(SERVER);
  const done = sampleHandshake(net, CLIENT, SERVER);
  net.state(SERVER, CLIENT, 'SYN-RECEIVED', 'ESTABLISHED', done);
  const text = 'x'.repeat(1000);
  for (let index = 0; index < segments; index++) {
    const draft = { from: CLIENT, to: SERVER, flags: ['ACK'], seq: 1 + index * 1000, ack: 1, text } as const;
    const sent = net.segment(draft);
    if (index % 10 === 9) {
      net.lost(sent, 'drop 10%');
      net.arrives(net.segment({ ...draft, us: 2000 }));
    } else net.arrives(sent);
    net.arrives(net.segment({ from: SERVER, to: CLIENT, flags: ['ACK'], seq: 1, ack: 1 + (index + 1) * 1000 }));
  }
  return net.trace;
}

// Each thing that a socket can do, done for real between two hosts.
import type { Trace } from '@lockstep/trace';
import { describe, expect, it } from 'vitest';
import { type ProgramsOptions, runPrograms } from '../fixtures/run-programs.ts';
import { lanesHere } from '../testing/lanes-here.ts';
import { all } from '../testing/story.ts';

const lanes = await lanesHere();

async function run(server: string, client: string, more: Partial<ProgramsOptions> = {}): Promise<Trace> {
  const { trace, fault } = await runPrograms({
    programs: 'operations',
    hosts: [
      { name: 'server', program: server, first: true },
      { name: 'client', program: client },
    ],
    ...more,
  });
  expect(fault).toBeUndefined();
  return trace;
}

function returns(trace: Trace, actor: string): string[] {
  return all(trace, 'call.returned')
    .filter((event) => event.actor === actor)
    .map(({ call, result, error }) => `${call} ${error ?? result}`);
}

const printed = (trace: Trace, actor: string): string[] =>
  all(trace, 'text.printed').flatMap((event) => (event.actor === actor ? [event.text] : []));

describe.runIf(lanes.includes('A'))('sockets', () => {
  it('exchange datagrams: answered, empty, and cut off by a short receive', async () => {
    const trace = await run('datagrams', 'sendsDatagrams');
    expect(returns(trace, 'server').filter((line) => line.startsWith('recvfrom'))).toEqual([
      expect.stringMatching(/^recvfrom \(b'hello', \("10\.0\.0\.1", \d+\)\)$/),
      expect.stringMatching(/^recvfrom \(b'', /),
      expect.stringMatching(/^recvfrom \(b'0123', /),
    ]);
    expect(returns(trace, 'client')).toContainEqual(expect.stringMatching(/^recvfrom \(b'you said hello', /));
    expect(printed(trace, 'server')).toEqual(['4 of 10']);
    const sent = all(trace, 'frame.sent');
    expect(sent.map(({ from, protocol }) => `${from} ${protocol}`)).toEqual([
      'client udp',
      'server udp',
      'client udp',
      'client udp',
    ]);
    for (const { cause } of sent) expect(trace.event(cause as number)).toMatchObject({ call: 'sendto' });
    const sendto = all(trace, 'call.returned').find(({ call }) => call === 'sendto');
    expect(sendto).toMatchObject({ bytes: 5, socket: expect.stringMatching(/^client:udp:\d+$/) });
  });

  it('lose datagrams when the buffer is full, and the kernel counts them', async () => {
    const trace = await run('deaf', 'floods', { watch: { counters: ['Udp.RcvbufErrors'] } });
    const dropped = all(trace, 'socket.dropped').at(-1)?.count ?? 0;
    expect(dropped).toBeGreaterThan(0);
    expect(all(trace, 'kernel.counted').at(-1)).toMatchObject({ counter: 'Udp.RcvbufErrors', value: dropped });
    expect(
      all(trace, 'socket.buffers').some(({ socket, receiveBytes }) => socket === 'server:udp:9000' && receiveBytes > 0),
    ).toBe(true);
    expect(printed(trace, 'client')).toEqual(['[Errno 90] Message too long']);
  });

  it('take options, out-of-band bytes and flags, and reset by linger', async () => {
    const trace = await run('server', 'peeks');
    expect(printed(trace, 'client')).toEqual(['nodelay 1']);
    expect(returns(trace, 'client').filter((line) => line.startsWith('recv'))).toEqual([
      "recv b'!'",
      "recv b'A'",
      "recv b'AB'",
    ]);
    expect(all(trace, 'message.decoded')).toMatchObject([{ number: 1, first: 0, length: 2, text: 'AB' }]);
    expect(all(trace, 'message.refused')).toMatchObject([{ first: 2, reason: 'the length is negative' }]);
    expect(all(trace, 'tcp.segment-sent').some(({ from, flags }) => from === 'client' && flags.includes('RST'))).toBe(
      true,
    );
    expect(all(trace, 'tcp.segment-sent').some(({ flags }) => flags.includes('URG'))).toBe(true);
    expect(returns(trace, 'server')).toContain('recv ConnectionResetError: [Errno 104] Connection reset by peer');
  });

  it('name both ends and count bytes, from the offer to what was taken', async () => {
    const trace = await run('server', 'peeks');
    const sent = all(trace, 'call.returned').find(({ call }) => call === 'sendall');
    expect(sent).toMatchObject({ bytes: 2, socket: expect.stringMatching(/^server:9000→10\.0\.0\.1:\d+$/) });
    expect(all(trace, 'call.entered').find(({ call, detail }) => call === 'recv' && detail === '2')).toMatchObject({
      bytes: 2,
      socket: expect.stringMatching(/^client:\d+→10\.0\.0\.2:9000$/),
    });
    expect(all(trace, 'call.returned').find(({ call }) => call === 'accept')?.socket).toBe(sent?.socket);
  });

  it('can be waited for together: select, poll and epoll', async () => {
    const trace = await run('server', 'selects');
    expect(printed(trace, 'client')).toEqual(['BlockingIOError', 'SO_ERROR 0', '1 ready']);
    expect(returns(trace, 'client')).toContainEqual(expect.stringMatching(/^epoll_wait \[fd=\d+: readable\]$/));
  });

  it('give up after their time-out, as Python says it', async () => {
    const trace = await run('server', 'impatient');
    expect(printed(trace, 'client')).toEqual(['TimeoutError: timed out']);
  });

  it('end as a deadlock when both ends wait for the other', async () => {
    const trace = await run('waitsToo', 'waits', { stuckMs: 300 });
    expect(trace.event(trace.length - 1)).toMatchObject({ kind: 'run.ended', reason: 'deadlock' });
  });

  it('of a process that was killed are closed by its kernel', async () => {
    const trace = await run('server', 'dies');
    expect(all(trace, 'process.exited').find(({ actor }) => actor === 'client')).toMatchObject({ signal: 'SIGKILL' });
    expect(all(trace, 'tcp.segment-sent').some(({ from, flags }) => from === 'client' && /FIN|RST/.test(flags))).toBe(
      true,
    );
  });

  it('may be raw in a network of their own', async () => {
    const trace = await run('waitsToo', 'raw', { stuckMs: 300 });
    expect(returns(trace, 'client')[0]).toMatch(/^socket fd=/);
  });

  it('are measured by their kernel when that is asked for: TCP_INFO and timers', async () => {
    const trace = await run('server', 'impatient', { watch: { tcpInfo: true, timers: true } });
    const measured = all(trace, 'tcp.measured');
    expect(measured.length).toBeGreaterThan(0);
    expect(new Set(measured.map(({ actor }) => actor))).toEqual(new Set(['client.kernel', 'server.kernel']));
    expect(measured.every(({ congestionWindow, rttUs }) => congestionWindow > 0 && rttUs > 0)).toBe(true);
    expect(all(trace, 'socket.timer').map(({ timer }) => timer)).toContain('retransmit');
  });

  it('obey the settings of their own kernel', async () => {
    const trace = await run('server', 'peeks', {
      hosts: [
        { name: 'server', program: 'server', first: true, sysctls: { 'net/ipv4/tcp_timestamps': 0 } },
        { name: 'client', program: 'peeks' },
      ],
    });
    const [syn, synAck] = all(trace, 'tcp.segment-sent');
    expect(synAck?.bytes.length).toBeLessThan(syn?.bytes.length ?? 0);
  });
});

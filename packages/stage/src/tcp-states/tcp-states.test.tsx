// @vitest-environment jsdom
import type { Trace } from '@lockstep/trace';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StageProps } from '../stage-props.ts';
import { crowdTrace } from '../testing/cable-trace.ts';
import { handshakeTrace } from '../testing/handshake-trace.ts';
import { sampleHandshake, sampleNetwork } from '../testing/network-trace.ts';
import { stagePropsOf } from '../testing/stage-props.ts';
import { TcpStates } from './tcp-states.tsx';

afterEach(cleanup);

const trace = handshakeTrace();

function draw(of: Trace, cursor: number, more: Partial<StageProps> = {}) {
  return render(<TcpStates {...stagePropsOf(of, cursor, { name: (actor) => actor, height: 620, ...more })} />)
    .container;
}

/** `client ESTABLISHED` for each token, with what marks it. */
function tokens(box: HTMLElement): string[] {
  return [...box.querySelectorAll('.ls-tcp-token')].map((token) => {
    const state = token.closest('.ls-tcp-place')?.getAttribute('data-state');
    const marks = ['data-implied', 'data-listener'].filter((mark) => token.hasAttribute(mark));
    return [token.getAttribute('data-host'), state, ...marks].join(' ');
  });
}

const cursorAt = (of: Trace, host: string, state: string) =>
  of
    .slice(0)
    .findIndex((event) => event.kind === 'socket.state' && event.actor === `${host}.kernel` && event.state === state) +
  1;

describe('the TCP states stage', () => {
  it('has a token for each end where its kernel says it is, and for the socket that listens', () => {
    expect(tokens(draw(trace, cursorAt(trace, 'client', 'SYN-SENT')))).toEqual([
      'server LISTEN data-listener',
      'client SYN-SENT',
    ]);
    cleanup();
    expect(tokens(draw(trace, cursorAt(trace, 'client', 'ESTABLISHED')))).toEqual([
      'server LISTEN data-listener',
      'server SYN-RECEIVED',
      'client ESTABLISHED',
    ]);
    cleanup();
    expect(tokens(draw(trace, trace.length))).toEqual(['client TIME-WAIT', 'server CLOSED']);
  });

  it('draws the present move red and says why it was made', () => {
    const box = draw(trace, cursorAt(trace, 'server', 'CLOSE-WAIT'));
    expect(box.querySelectorAll('.ls-tcp-arrow[data-now]')).toHaveLength(1);
    expect(box.querySelector('.ls-tcp-arrow[data-now]')?.textContent).toBe('rcv FIN / snd ACK');
    expect(box.querySelector('.ls-tcp-move')?.textContent).toMatch(
      /^server: ESTABLISHED → CLOSE-WAIT because FIN, ACK arrived \(step \d+\) kernel$/,
    );
  });

  it('keeps the way that each end has gone', () => {
    const box = draw(trace, trace.length);
    const gone = [...box.querySelectorAll('.ls-tcp-arrow[data-gone] .ls-tcp-label')].map((label) => label.textContent);
    expect(gone.toSorted()).toEqual(
      [
        'active OPEN / snd SYN',
        'rcv SYN,ACK / snd ACK',
        'CLOSE / snd FIN',
        'rcv ACK of FIN',
        'rcv FIN / snd ACK',
        'passive OPEN',
        'rcv SYN / snd SYN,ACK',
        'rcv ACK of SYN',
        'rcv FIN / snd ACK',
        'CLOSE / snd FIN',
        'rcv ACK of FIN',
      ].toSorted(),
    );
  });

  it('makes faint what neither end can come to any more', () => {
    const faint = (cursor: number) => {
      const box = draw(trace, cursor);
      const states = [...box.querySelectorAll('.ls-tcp-place[data-faint]')].map((one) =>
        one.getAttribute('data-state'),
      );
      cleanup();
      return states;
    };
    expect(faint(1)).toEqual([]);
    expect(faint(cursorAt(trace, 'client', 'FIN-WAIT-2'))).toContain('SYN-SENT');
    expect(faint(cursorAt(trace, 'client', 'FIN-WAIT-2'))).not.toContain('TIME-WAIT');
  });

  it('dashes the token and the way where only the segments say so', () => {
    const silent = handshakeTrace({ missSynReceived: true });
    const sent = silent.slice(0).findIndex((event) => event.kind === 'tcp.segment-sent' && event.flags === 'SYN,ACK');
    const box = draw(silent, sent + 1);
    expect(tokens(box)).toContain('server SYN-RECEIVED data-implied');
    expect(box.querySelectorAll('.ls-tcp-gone[data-implied]').length).toBeGreaterThan(0);
    expect(box.textContent).toContain('as it sent SYN, ACK');
    cleanup();
    expect(tokens(draw(silent, sent + 1, { sources: new Set(['kernel']) }))).not.toContain(
      'server SYN-RECEIVED data-implied',
    );
  });

  it('draws a reset as a way that the figure does not have', () => {
    const net = sampleNetwork([
      { id: 'client', colour: 1 },
      { id: 'server', colour: 2 },
    ]);
    const [client, server] = [
      { host: 'client', port: 40_001 },
      { host: 'server', port: 9000 },
    ];
    net.state(server, client, 'SYN-RECEIVED', 'ESTABLISHED', sampleHandshake(net, client, server));
    const reset = net.arrives(net.segment({ from: server, to: client, flags: ['RST', 'ACK'], seq: 1, ack: 1 }));
    net.state(client, server, 'ESTABLISHED', 'CLOSED', reset);
    const box = draw(net.trace, net.trace.length);
    expect(box.querySelector('.ls-tcp-arrow[data-now]')?.textContent).toBe('rcv RST, or given up');
    expect(box.textContent).toContain('because RST, ACK arrived');
  });

  it('counts TIME-WAIT down by the kernel’s timer', () => {
    const net = sampleNetwork([
      { id: 'client', colour: 1 },
      { id: 'server', colour: 2 },
    ]);
    const [client, server] = [
      { host: 'client', port: 40_001 },
      { host: 'server', port: 9000 },
    ];
    sampleHandshake(net, client, server);
    net.state(client, server, 'FIN-WAIT-2', 'TIME-WAIT');
    const socket = net.socket(client, server);
    net.kernel('client', 'socket.timer', { socket, timer: 'time-wait', expiresMs: 60_000, retransmits: 0 });
    net.tell({ actor: 'cable', source: 'derived', kind: 'run.ended', reason: 'finished' }, 1_500_000);
    expect(draw(net.trace, net.trace.length).textContent).toContain('58.5 s of 2MSL left');
  });

  it('shows one of several connections: the one of the step, or the chosen one', () => {
    const crowd = crowdTrace();
    const onSelect = vi.fn<StageProps['onSelect']>();
    draw(crowd, crowd.length, { onSelect });
    const pressed = () => screen.getAllByRole('button').filter((one) => one.getAttribute('aria-pressed') === 'true');
    expect(pressed().map((one) => one.textContent)).toEqual(['#4 client1:50000▲']);
    fireEvent.click(screen.getByRole('button', { name: 'Connection 2, opened by client2' }));
    const selection = onSelect.mock.calls[0]?.[0];
    cleanup();
    draw(crowd, crowd.length, { selection: selection ?? {} });
    expect(pressed().map((one) => one.textContent)).toEqual(['#2 client2:40002']);
  });

  it('speaks Chinese, with the RFC’s names', () => {
    const box = draw(trace, cursorAt(trace, 'server', 'CLOSE-WAIT'), { language: 'zh' });
    expect(box.textContent).toContain('因为 FIN, ACK 到达');
    expect(box.textContent).toContain('CLOSE-WAIT');
  });

  it('draws an empty run', () => {
    expect(draw(trace, 0, { length: 0 }).textContent).toContain('No connection yet.');
  });
});

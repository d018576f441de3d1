import { foldOf, tcpConnectionsOf } from '@lockstep/trace';
import { describe, expect, it } from 'vitest';
import { handshakeTrace } from '../testing/handshake-trace.ts';
import { buffersOf, kernelBuffers, receiveCells, sendCells } from './buffers-at.ts';
import { crossingsOf } from './crossings.ts';

const trace = handshakeTrace();
const crossings = crossingsOf(trace, trace.length);
const connections = tcpConnectionsOf(trace, trace.length);
const from = (cursor: number) => ({ from: 'client', connection: 1, cursor });
const events = trace.slice(0);
const data = events.find((event) => event.kind === 'tcp.segment-sent' && event.length > 0);
const arrival = events.find((event) => event.kind === 'tcp.segment-delivered' && event.cause === data?.seq);
const text = (cells: readonly { byte?: number }[]) =>
  cells.map((cell) => (cell.byte === undefined ? '_' : String.fromCharCode(cell.byte))).join('');

describe('what the kernels hold', () => {
  it('is the last word of each kernel', () => {
    const told = events.findLast((event) => event.kind === 'socket.buffers' && event.receiveBytes === 12);
    const state = foldOf(kernelBuffers, trace).at((told?.seq ?? 0) + 1);
    expect(state.get('server')).toMatchObject({ waiting: 1, limit: 6 });
    expect(buffersOf(state.get('server'), connections, 1)).toMatchObject({ sendBytes: 0, receiveBytes: 12 });
    expect(buffersOf(state.get('client'), connections, 1)).toMatchObject({ sendBytes: 12, receiveBytes: 0 });
  });

  it('has the letters of the segment that carried them, from its arrival on', () => {
    const at = (arrival?.seq ?? 0) + 1;
    expect(text(receiveCells(crossings, from(at), 12, 40))).toBe('hello, world');
    expect(text(receiveCells(crossings, from(at - 1), 12, 40))).toBe('____________');
    expect(text(receiveCells(crossings, from(at), 5, 40))).toBe('world');
  });

  it('shows bytes as unsent until their segment is sent', () => {
    const before = sendCells(crossings, from(data?.seq ?? 0), 12, 40);
    expect(before.every((cell) => !cell.sent)).toBe(true);
    const after = sendCells(crossings, from((data?.seq ?? 0) + 1), 12, 5);
    expect(text(after)).toBe('hello');
    expect(after.every((cell) => cell.sent)).toBe(true);
  });
});

import { foldOf } from '@lockstep/trace';
import { describe, expect, it } from 'vitest';
import { handshakeTrace } from '../testing/handshake-trace.ts';
import { kernelBuffers, receiveCells, sendCells } from './buffers-at.ts';
import { crossingsOf } from './crossings.ts';

const trace = handshakeTrace();
const crossings = crossingsOf(trace, trace.length);
const events = trace.slice(0);
const data = events.find((event) => event.kind === 'tcp.segment-sent' && event.length > 0);
const arrival = events.find((event) => event.kind === 'tcp.segment-delivered' && event.cause === data?.seq);
const text = (cells: readonly { byte?: number }[]) =>
  cells.map((cell) => (cell.byte === undefined ? '_' : String.fromCharCode(cell.byte))).join('');

describe('what the kernels hold', () => {
  it('is the last word of each kernel', () => {
    const told = events.findLast((event) => event.kind === 'socket.buffers' && event.receiveBytes === 12);
    const state = foldOf(kernelBuffers, trace).at((told?.seq ?? 0) + 1);
    expect(state.get('server')).toEqual({ sendBytes: 0, receiveBytes: 12, waiting: 1, limit: 6 });
    expect(state.get('client')).toEqual({ sendBytes: 12, receiveBytes: 0 });
  });

  it('has the letters of the segment that carried them, from its arrival on', () => {
    const at = (arrival?.seq ?? 0) + 1;
    expect(text(receiveCells(crossings, 'client', at, 12))).toBe('hello, world');
    expect(text(receiveCells(crossings, 'client', at - 1, 12))).toBe('____________');
    expect(text(receiveCells(crossings, 'client', at, 5))).toBe('world');
  });

  it('shows bytes as unsent until their segment is sent', () => {
    const before = sendCells(trace, crossings, 'client', data?.seq ?? 0, 12);
    expect(before.every((cell) => !cell.sent)).toBe(true);
    const after = sendCells(trace, crossings, 'client', (data?.seq ?? 0) + 1, 12);
    expect(text(after)).toBe('hello, world');
    expect(after.every((cell) => cell.sent)).toBe(true);
  });
});

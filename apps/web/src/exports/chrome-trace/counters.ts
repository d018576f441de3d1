// What an event says of an amount: a queue's size, a value, bytes in a buffer.
import type { TraceEvent } from '@lockstep/trace';

export interface Sample {
  readonly name: string;
  readonly values: Readonly<Record<string, number>>;
}

/** The amount that an event tells; undefined: it tells of none. */
export function sampleOf(event: TraceEvent): Sample | undefined {
  switch (event.kind) {
    case 'queue.put':
    case 'queue.got':
      return { name: event.queue, values: { size: event.size } };
    case 'value.written':
    case 'value.added':
      return { name: event.name, values: { value: event.value } };
    case 'semaphore.acquired':
    case 'semaphore.released':
      return { name: event.semaphore, values: { value: event.value } };
    case 'condition.waited':
    case 'condition.notified':
      return { name: event.condition, values: { waiters: event.waiters } };
    case 'barrier.arrived':
      return { name: event.barrier, values: { waiting: event.waiting } };
    case 'object.created':
    case 'reference.changed':
      return { name: `${event.object}: references`, values: { count: event.count } };
    case 'work.progressed':
      return { name: event.work, values: { done: event.done } };
    case 'work.finished':
      return { name: event.work, values: { done: event.of } };
    case 'measure.taken':
      return { name: event.what, values: { [event.unit]: event.value } };
    case 'socket.buffers':
      return { name: `${event.socket}: buffers`, values: { send: event.sendBytes, receive: event.receiveBytes } };
    case 'socket.accept-queue':
      return { name: `${event.socket}: accept queue`, values: { waiting: event.waiting } };
    case 'tcp.measured':
      return { name: `${event.socket}: congestion window`, values: { segments: event.congestionWindow } };
    case 'kernel.counted':
      return { name: event.counter, values: { value: event.value } };
    default:
      return undefined;
  }
}

// The whole vocabulary of the trace, as data. From this one table come the event types (event.ts), the columns
// that hold events in memory (columns.ts), the validation of files (codec.ts) and the page docs/trace-format.md.

/**
 * How a payload field is stored.
 * `integer` signed 32 bit · `unsigned` 32 bit (sequence numbers of RFC 9293) · `number` IEEE double ·
 * `text` UTF-8, interned · `flag` boolean. A trailing `?` marks a field that may be absent.
 */
export type FieldSpec = FieldType | `${FieldType}?`;
export type FieldType = 'integer' | 'unsigned' | 'number' | 'text' | 'flag';

const segment = {
  frame: 'integer',
  from: 'text',
  to: 'text',
  sourcePort: 'integer',
  destinationPort: 'integer',
  flags: 'text',
  sequence: 'unsigned',
  acknowledgment: 'unsigned',
  window: 'integer',
  length: 'integer',
  bytes: 'text',
  link: 'text?',
  comment: 'text?',
} as const;

/** Every kind of event, in the past tense, with its payload. A lab uses kinds; it does not add them. */
export const KINDS = {
  // The run itself
  'run.ended': { reason: 'text' },
  'run.failed': { message: 'text' },
  'run.dropped': { where: 'text', count: 'integer' },
  'text.printed': { text: 'text' },
  'outcome.observed': {
    run: 'integer',
    value: 'text',
    expected: 'flag',
    overlapPercent: 'number?',
    elapsedUs: 'number?',
  },
  'schedule.tried': { number: 'integer', schedule: 'text', value: 'text', expected: 'flag' },
  'search.progressed': { tried: 'integer', pruned: 'integer', perSecond: 'number' },
  'search.finished': {
    verdict: 'text',
    tried: 'integer',
    pruned: 'integer',
    schedule: 'text?',
    all: 'number?',
    preemptions: 'integer?',
    limit: 'text?',
  },
  'state.found': { state: 'integer', label: 'text', end: 'text', depth: 'integer', schedule: 'text' },
  'state.linked': { from: 'integer', to: 'integer', thread: 'integer' },

  // Threads
  'thread.spawned': { thread: 'text', daemon: 'flag' },
  'thread.started': { name: 'text' },
  'thread.finished': {},
  'thread.killed': {},
  'thread.joined': { thread: 'text', timedOut: 'flag' },
  'thread.checked': { thread: 'text', alive: 'flag' },
  'thread.blocked': { on: 'text', holder: 'text?', timeoutMs: 'number?' },
  'thread.unblocked': { on: 'text' },
  'thread.slept': { ms: 'number' },
  'operation.failed': { operation: 'text', error: 'text' },

  // Shared values and locks
  'value.read': { name: 'text', value: 'integer' },
  'value.computed': { name: 'text', value: 'integer' },
  'value.written': { name: 'text', value: 'integer', before: 'integer' },
  'value.added': { name: 'text', value: 'integer', before: 'integer' },
  'lock.requested': { lock: 'text' },
  'lock.acquired': { lock: 'text', depth: 'integer?' },
  'lock.released': { lock: 'text', depth: 'integer?' },
  'lock.refused': { lock: 'text', timeoutMs: 'number?' },

  // Python's other synchronization objects
  'semaphore.acquired': { semaphore: 'text', value: 'integer' },
  'semaphore.released': { semaphore: 'text', value: 'integer' },
  'semaphore.refused': { semaphore: 'text', timeoutMs: 'number?' },
  'condition.waited': { condition: 'text', waiters: 'integer' },
  'condition.notified': { condition: 'text', woken: 'text', waiters: 'integer' },
  'condition.woken': { condition: 'text', timedOut: 'flag' },
  'event.set': { event: 'text' },
  'event.cleared': { event: 'text' },
  'event.read': { event: 'text', isSet: 'flag' },
  'event.waited': { event: 'text', isSet: 'flag' },
  'barrier.arrived': { barrier: 'text', waiting: 'integer', parties: 'integer' },
  'barrier.opened': { barrier: 'text' },
  'barrier.passed': { barrier: 'text', index: 'integer' },
  'barrier.broken': { barrier: 'text' },
  'barrier.reset': { barrier: 'text' },

  // Queues
  'queue.put': { queue: 'text', item: 'text', size: 'integer' },
  'queue.got': { queue: 'text', item: 'text', size: 'integer' },
  'queue.measured': { queue: 'text', asked: 'text', answer: 'text' },
  'queue.task-done': { queue: 'text', unfinished: 'integer' },
  'queue.joined': { queue: 'text' },

  // Thread pools and futures
  'future.submitted': { future: 'text', pool: 'text' },
  'future.started': { future: 'text' },
  'future.finished': { future: 'text', result: 'text' },
  'future.cancelled': { future: 'text', worked: 'flag' },
  'future.asked': { future: 'text', asked: 'text', answer: 'flag' },
  'future.received': { future: 'text', result: 'text' },
  'future.callback-added': { future: 'text', callback: 'text' },
  'future.called-back': { future: 'text', callback: 'text' },
  'future.skipped': { future: 'text' },
  'pool.waited': { pool: 'text', done: 'text', pending: 'integer' },
  'pool.shut-down': { pool: 'text' },
  'pool.worker-rested': { pool: 'text' },
  'pool.worker-left': { pool: 'text' },

  // One lock for a whole interpreter, and what goes on inside it
  'gil.requested': {},
  'gil.taken': { waitedUs: 'number?' },
  'gil.drop-requested': { holder: 'text?' },
  'gil.dropped': { reason: 'text' },
  'gil.measured': { switches: 'integer', perSecond: 'number', medianSliceUs: 'number' },
  'opcode.executed': { opcode: 'text', argument: 'text?', stack: 'text?' },
  'object.created': { object: 'text', type: 'text', count: 'integer' },
  'reference.changed': { object: 'text', count: 'integer', before: 'integer', by: 'text' },
  'object.freed': { object: 'text', by: 'text' },
  'collector.ran': { generation: 'integer', collected: 'integer' },

  // Work that is measured while it is done
  'work.started': { work: 'text', of: 'integer' },
  'work.progressed': { work: 'text', done: 'integer', of: 'integer', elapsedUs: 'number' },
  'work.finished': { work: 'text', of: 'integer', elapsedUs: 'number' },
  'measure.taken': { what: 'text', value: 'number', unit: 'text' },

  // System calls of a program
  'call.entered': { call: 'text', detail: 'text', socket: 'text?', bytes: 'integer?' },
  'call.returned': { call: 'text', result: 'text', error: 'text?', socket: 'text?', bytes: 'integer?' },
  'message.decoded': { socket: 'text', number: 'integer', first: 'integer', length: 'integer', text: 'text' },
  'message.refused': { socket: 'text', first: 'integer', reason: 'text' },

  // What crossed the cable
  'tcp.segment-sent': segment,
  'tcp.segment-delivered': { frame: 'integer', to: 'text' },
  'tcp.segment-dropped': { frame: 'integer', reason: 'text' },
  'frame.sent': {
    frame: 'integer',
    from: 'text',
    to: 'text',
    protocol: 'text',
    summary: 'text',
    bytes: 'text',
    link: 'text?',
    comment: 'text?',
  },
  'frame.delivered': { frame: 'integer', to: 'text' },
  'frame.dropped': { frame: 'integer', reason: 'text' },
  'frame.held': { frame: 'integer', reason: 'text' },
  'frame.delayed': { frame: 'integer', ms: 'number', reason: 'text' },
  'frame.duplicated': { frame: 'integer', reason: 'text' },
  'switch.learned': { mac: 'text', host: 'text' },
  'switch.flooded': { frame: 'integer', to: 'text' },

  // What the kernel says of a socket
  'socket.state': { socket: 'text', local: 'text', remote: 'text', state: 'text', was: 'text' },
  'socket.buffers': { socket: 'text', sendBytes: 'integer', receiveBytes: 'integer' },
  'socket.accept-queue': { socket: 'text', waiting: 'integer', limit: 'integer' },
  'socket.timer': { socket: 'text', timer: 'text', expiresMs: 'integer', retransmits: 'integer' },
  'socket.dropped': { socket: 'text', count: 'integer' },
  'tcp.measured': {
    socket: 'text',
    rttUs: 'integer',
    rtoUs: 'integer',
    congestionWindow: 'integer',
    slowStartThreshold: 'integer',
    unacknowledged: 'integer',
    retransmitted: 'integer',
    sendWindow: 'integer?',
  },
  'kernel.counted': { counter: 'text', value: 'number', before: 'number' },

  // Processes
  'process.started': { pid: 'integer', name: 'text' },
  'process.exited': { pid: 'integer', code: 'integer?', signal: 'text?' },
} as const satisfies Record<string, Readonly<Record<string, FieldSpec>>>;

export type Kind = keyof typeof KINDS;

/** All kinds, in the order of their numbers in the columns. */
export const kindNames = Object.keys(KINDS) as readonly Kind[];

export function isKind(text: string): text is Kind {
  return Object.hasOwn(KINDS, text);
}

/** The fields of a kind, in order, with the optional mark taken apart. */
export function fieldsOf(kind: Kind): readonly Field[] {
  return fieldTable[kind];
}

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly optional: boolean;
}

const fieldTable = Object.fromEntries(
  kindNames.map((kind) => [
    kind,
    Object.entries<FieldSpec>(KINDS[kind]).map(([name, spec]) => ({
      name,
      type: spec.replace('?', '') as FieldType,
      optional: spec.endsWith('?'),
    })),
  ]),
) as unknown as Readonly<Record<Kind, readonly Field[]>>;

import { RUN_LIMITS, type RunLimits } from '@lockstep/lab';

/** Everything that the server bounds (DESIGN §10). Each limit that is hit says so in words on screen. */
export interface ServerLimits {
  readonly run: RunLimits;
  /** How long a stepped run waits for its learner's next choice. */
  readonly idleMs: number;
  /** How long a run that nobody watches goes on, so that a lost connection can come back. */
  readonly graceMs: number;
  /** How long a scenario may take to stop after its signal. */
  readonly stopMs: number;
  /** New events wait at most this long for others to share their frame. */
  readonly flushMs: number;
  /** How long a client may take to accept a frame before it is let go. */
  readonly slowMs: number;
  /** A client that is not heard of within both is gone. */
  readonly pingIntervalMs: number;
  readonly pingTimeoutMs: number;
  /** Runs that compute at the same time; one that waits for its learner's choice does not. */
  readonly maxRunning: number;
  /** Runs that have begun, those that wait for their learners included. */
  readonly maxBegun: number;
  readonly maxQueued: number;
  /** Runs of one connection, running and queued together. */
  readonly maxRunsOfClient: number;
  /** Runs that one connection watches at once. */
  readonly maxWatched: number;
  /** How often a connection may begin to watch, each time from where it wants, after twice as many as it may watch. */
  readonly watchesPerSecond: number;
  readonly maxConnections: number;
  /** New connections of one address: a whole class at once, and then so many a second. */
  readonly connectionBurst: number;
  readonly connectionsPerSecond: number;
  /** Sockets of all kinds. */
  readonly maxSockets: number;
  /** Sockets of one address that have not sent a request. */
  readonly maxSilentSockets: number;
  /** How long a request may take to arrive. */
  readonly requestMs: number;
  /** How long an open websocket may wait before it says hello. */
  readonly handshakeMs: number;
  /** How long a socket may do nothing, e.g. not read the answer. */
  readonly idleSocketMs: number;
  readonly messagesPerSecond: number;
  readonly maxMessageBytes: number;
  /** Of one address, as is the next. */
  readonly httpRequestsPerMinute: number;
  /** For chunks of recordings: 400 learners behind one address, each at the end of the longest run. */
  readonly historyRequestsPerMinute: number;
  /** How long is searched for another order of two operations, */
  readonly orderMs: number;
  /** how many such searches go on at once, */
  readonly maxOrders: number;
  /** and how many one address may ask for. */
  readonly ordersPerMinute: number;
  /** How many recordings are kept, and how large together, where nobody has set other rules; the oldest goes first. */
  readonly maxRecordings: number;
  readonly maxRecordingBytes: number;
  /** How long a recording that was deleted can come back. */
  readonly binDays: number;
  /** Of a recording that is brought to the library, as text. */
  readonly maxImportBytes: number;
  /** Classes that can be joined at one time. */
  readonly maxClasses: number;
  /** A class in which nothing happened for so long is over. */
  readonly classIdleMs: number;
  /** What is kept of classes that are over; the oldest goes first. */
  readonly maxClassBytes: number;
  /** How long a class without visitors stays in memory. */
  readonly classLingerMs: number;
  /** News of a class that only move a count wait at most this long for others. */
  readonly classCountMs: number;
  /** What one connection may show to its class, and what else it may change there: a burst, and then so many a second. */
  readonly classShowsPerSecond: number;
  readonly classActBurst: number;
  readonly classActsPerSecond: number;
  /** How long a class code waits for its turn where many were wrong. */
  readonly joinWaitMs: number;
  /** Who tries a code is answered after so long, whatever the answer. */
  readonly joinAnswerMs: number;
}

export const SERVER_LIMITS: ServerLimits = {
  run: RUN_LIMITS,
  idleMs: 15 * 60_000,
  graceMs: 5_000,
  stopMs: 3_000,
  flushMs: 33,
  slowMs: 10_000,
  pingIntervalMs: 10_000,
  pingTimeoutMs: 10_000,
  maxRunning: 4,
  maxBegun: 32,
  maxQueued: 2_000,
  maxRunsOfClient: 4,
  maxWatched: 8,
  watchesPerSecond: 2,
  maxConnections: 2_000,
  connectionBurst: 400,
  connectionsPerSecond: 20,
  maxSockets: 6_000,
  maxSilentSockets: 1_000,
  requestMs: 10_000,
  handshakeMs: 10_000,
  idleSocketMs: 30_000,
  messagesPerSecond: 20,
  maxMessageBytes: 16 * 1024,
  httpRequestsPerMinute: 6_000,
  historyRequestsPerMinute: 24_000,
  orderMs: 3_000,
  maxOrders: 2,
  ordersPerMinute: 60,
  maxRecordings: 4_000,
  maxRecordingBytes: 1_000_000_000,
  binDays: 7,
  maxImportBytes: 128_000_000,
  maxClasses: 200,
  classIdleMs: 24 * 60 * 60_000,
  maxClassBytes: 256 * 1024 * 1024,
  classLingerMs: 60_000,
  classCountMs: 250,
  classShowsPerSecond: 15,
  classActBurst: 40,
  classActsPerSecond: 1,
  joinWaitMs: 5_000,
  joinAnswerMs: 50,
};

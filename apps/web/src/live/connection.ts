// The line to the server: one socket for the whole page, opened when it is first needed.
import {
  type ClassAct,
  type ClassNews,
  type ClassReply,
  type ClientMessages,
  classNews,
  type EnterClassRequest,
  type Farewell,
  type Frame,
  frame as frameSchema,
  type JoinClassRequest,
  type OpenClassRequest,
  type Refusal,
  type Reply,
  type RunReply,
  type RunRequest,
  type ServerMessages,
  type StepRequest,
  type StopRequest,
  type WatchRequest,
} from '@lockstep/lab';
import type { Socket } from 'socket.io-client';
import { instructorToken } from './instructor-token.ts';

/** Asks and listens; knows nothing of traces. A request that gets no answer is refused as `unreachable`. */
export interface Connection {
  readonly run: (request: RunRequest) => Promise<RunReply | Unreachable>;
  readonly watch: (request: WatchRequest) => Promise<Reply | Unreachable>;
  readonly step: (request: StepRequest) => Promise<Reply | Unreachable>;
  readonly stop: (request: StopRequest) => Promise<Reply | Unreachable>;
  readonly leave: (run: string) => void;
  /** Returns what ends the listening. */
  readonly listen: (listener: ConnectionListener) => () => void;
}

export interface ConnectionListener {
  readonly onFrame: (frame: Frame) => void;
  readonly onLine: (line: 'connected' | 'lost') => void;
}

/** The same line, for a class. */
export interface ClassLine {
  readonly openClass: (request: OpenClassRequest) => Promise<ClassReply | Unreachable>;
  readonly joinClass: (request: JoinClassRequest) => Promise<ClassReply | Unreachable>;
  readonly enterClass: (request: EnterClassRequest) => Promise<ClassReply | Unreachable>;
  readonly leaveClass: () => void;
  readonly act: (act: ClassAct) => Promise<Reply | Unreachable>;
  readonly runTrial: () => Promise<RunReply | Unreachable>;
  readonly listenToClass: (listener: ClassListener) => () => void;
  /** What the server calls this connection; another one after each loss. */
  readonly id: () => string | undefined;
  /** Lets a line go that seems dead, and opens another at once. */
  readonly renew: () => void;
}

export interface ClassListener {
  readonly onNews: (news: ClassNews) => void;
  readonly onLine: ConnectionListener['onLine'];
  /** Why the server is about to end the connection. */
  readonly onFarewell: (farewell: Farewell) => void;
}

export interface Unreachable {
  readonly ok: false;
  readonly code: 'unreachable';
  readonly message: string;
}

export type AnyRefusal = Refusal | Unreachable;

const ANSWER_WITHIN_MS = 8000;

/** A server that ends a connection on purpose is not asked again at once. */
const AFTER_GOODBYE_MS = 2000;

let shared: Promise<Connection & ClassLine> | undefined;

/** The page's one connection; the client library is fetched with the first call. */
export function connection(): Promise<Connection & ClassLine> {
  shared ??= import('socket.io-client').then(
    ({ io }) => createConnection(io({ transports: ['websocket'], auth: { token: instructorToken() } })),
    (error: unknown) => {
      shared = undefined;
      throw error;
    },
  );
  return shared;
}

/** @param socket of socket.io; it reconnects by itself. */
function createConnection(socket: Socket<ServerMessages, ClientMessages>): Connection & ClassLine {
  const listeners = new Set<ConnectionListener>();
  const inClass = new Set<ClassListener>();
  const tellLine = (line: 'connected' | 'lost'): void => {
    for (const listener of [...listeners, ...inClass]) listener.onLine(line);
  };
  socket.on('connect', () => tellLine('connected'));
  socket.on('disconnect', (reason) => {
    tellLine('lost');
    // All other losses socket.io mends by itself.
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), AFTER_GOODBYE_MS * (1 + Math.random()));
  });
  socket.on('farewell', (farewell) => inClass.forEach((listener) => listener.onFarewell(farewell)));
  socket.on('class', (raw: unknown) => {
    const parsed = classNews.safeParse(raw);
    if (parsed.success) inClass.forEach((listener) => listener.onNews(parsed.data));
    else console.error('news of the class that are none were ignored', parsed.error);
  });
  socket.on('frame', (raw: unknown) => {
    const parsed = frameSchema.safeParse(raw);
    if (parsed.success) listeners.forEach((listener) => listener.onFrame(parsed.data));
    else console.error('a frame that is none was ignored', parsed.error);
  });

  const asking = socket.timeout(ANSWER_WITHIN_MS);
  return {
    run: (request) => asking.emitWithAck('run', request).catch(unreachable),
    watch: (request) => asking.emitWithAck('watch', request).catch(unreachable),
    step: (request) => asking.emitWithAck('step', request).catch(unreachable),
    stop: (request) => asking.emitWithAck('stop', request).catch(unreachable),
    leave: (run) => {
      if (socket.connected) socket.emit('leave', { run }, () => undefined);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    openClass: (request) => asking.emitWithAck('class-open', request).catch(unreachable),
    joinClass: (request) => asking.emitWithAck('class-join', request).catch(unreachable),
    enterClass: (request) => asking.emitWithAck('class-enter', request).catch(unreachable),
    leaveClass: () => {
      if (socket.connected) socket.emit('class-leave', {}, () => undefined);
    },
    act: (act) => asking.emitWithAck('class-act', act).catch(unreachable),
    runTrial: () => asking.emitWithAck('class-run', {}).catch(unreachable),
    listenToClass(listener) {
      inClass.add(listener);
      return () => inClass.delete(listener);
    },
    id: () => socket.id,
    renew: () => socket.disconnect().connect(),
  };
}

function unreachable(cause: unknown): Unreachable {
  return { ok: false, code: 'unreachable', message: cause instanceof Error ? cause.message : String(cause) };
}

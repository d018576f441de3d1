// The line to the server: one socket for the whole page, opened when it is first needed.
import {
  type ClientMessages,
  type Frame,
  frame as frameSchema,
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

interface Unreachable {
  readonly ok: false;
  readonly code: 'unreachable';
  readonly message: string;
}

export type AnyRefusal = Refusal | Unreachable;

const ANSWER_WITHIN_MS = 8000;

let shared: Promise<Connection> | undefined;

/** The page's one connection; the client library is fetched with the first call. */
export function connection(): Promise<Connection> {
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
function createConnection(socket: Socket<ServerMessages, ClientMessages>): Connection {
  const listeners = new Set<ConnectionListener>();
  socket.on('connect', () => listeners.forEach((listener) => listener.onLine('connected')));
  socket.on('disconnect', () => listeners.forEach((listener) => listener.onLine('lost')));
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
  };
}

function unreachable(cause: unknown): Unreachable {
  return { ok: false, code: 'unreachable', message: cause instanceof Error ? cause.message : String(cause) };
}

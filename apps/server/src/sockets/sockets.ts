import type { ServerMessages } from '@lockstep/lab';
import type { Server } from 'socket.io';

/** All connections of this server: what a browser says is parsed, what it is told is typed. */
export type Sockets = Server<Record<string, (...values: unknown[]) => void>, ServerMessages>;

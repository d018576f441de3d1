// What a server needs of the others, when there are any. Everything that knows Redis stays in this folder.
import type { Reply, StepRequest, StopRequest } from '@lockstep/lab';
import type { ServerOptions as SocketOptions } from 'socket.io';
import type { ClassStore } from '../classes/class-store.ts';
import type { Classes } from '../classes/classes.ts';
import type { OpenPresence } from '../classes/room/presence.ts';
import type { Recordings } from '../recordings/recordings.ts';
import type { Run, WatchableRun } from '../runs/run-contract.ts';
import type { Runs } from '../runs/runs.ts';
import type { Sockets } from '../sockets/sockets.ts';

/** Runs that other servers have, or had. */
export interface RunsElsewhere {
  /** A run that can be watched here although it runs there; also one that is over, for a while. */
  find(id: string): Promise<WatchableRun | undefined>;
  /** Has the server that runs it do it. Undefined: there is none. */
  step(request: StepRequest): Promise<Reply | undefined>;
  stop(request: StopRequest): Promise<Reply | undefined>;
  /** The recording as text, as far as it is known; undefined: there is none. */
  read(id: string): Promise<string | undefined>;
}

export interface Cluster {
  /** The instructor's token, the same on all servers. */
  readonly token: string;
  readonly adapter: NonNullable<SocketOptions['adapter']>;
  readonly classes: ClassStore;
  readonly runsElsewhere: RunsElsewhere;
  /** Recordings whose text the others have as well, before it is shown to anybody. */
  readonly share: (recordings: Recordings) => Recordings;
  /** The others are told of this run from now on. */
  readonly announce: (run: Run) => void;
  readonly openPresence: OpenPresence;
  join(sockets: Sockets, runs: Runs, classes: Classes): void;
  /** For `/healthz`. */
  health(): { readonly ok: boolean; readonly why?: string };
  close(): Promise<void>;
}

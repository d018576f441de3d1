// A browser's side of the conversation, keeping what it received so that a test can compare it with the recording.
import type { Frame, Reply, RunReply, RunRequest, RunStatus } from '@lockstep/lab';
import { io, type Socket } from 'socket.io-client';

export interface TestClient {
  readonly socket: Socket;
  /** Event lines received so far, in order; a frame that does not fit on fails the test. */
  readonly lines: readonly string[];
  readonly header: string | undefined;
  readonly frames: readonly Frame[];
  run(request: Partial<RunRequest>): Promise<RunReply>;
  /** Starts a run and returns its id and token; throws when it is refused. */
  start(lab: string, request?: Partial<RunRequest>): Promise<{ run: string; token: string }>;
  ask(name: string, request: unknown): Promise<Reply>;
  /** As if this many events had come before. */
  skip(count: number): void;
  /** Watches on from what was received. */
  watch(run: string): Promise<Reply>;
  /** Settles with the first status that passes, also one that came before. */
  status(test: (status: RunStatus) => boolean): Promise<RunStatus>;
  ended(): Promise<RunStatus>;
  /** Settles when the next frame has come. */
  nextFrame(): Promise<Frame>;
  /** Settles when there is at least one event. */
  firstEvent(): Promise<void>;
  close(): void;
}

export async function connect(url: string, options: Parameters<typeof io>[1] = {}): Promise<TestClient> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 1,
    reconnectionDelayMax: 5,
    extraHeaders: { origin: url },
    ...options,
  });
  const lines: string[] = [];
  const frames: Frame[] = [];
  const listeners = new Set<(frame: Frame) => void>();
  let header: string | undefined;

  socket.on('frame', (frame: Frame) => {
    if (frame.from !== lines.length) throw new Error(`a frame from ${frame.from} after ${lines.length} events`);
    header ??= frame.header;
    lines.push(...frame.lines.split('\n').slice(0, -1));
    frames.push(frame);
    for (const listener of listeners) listener(frame);
  });

  const ask = (name: string, request: unknown): Promise<Reply> => socket.emitWithAck(name, request);
  const client: TestClient = {
    socket,
    lines,
    frames,
    get header() {
      return header;
    },
    run: (request) =>
      socket.emitWithAck('run', { lab: 'counter', mode: 'free', knobs: {}, ...request }) as Promise<RunReply>,
    async start(lab, request = {}) {
      const reply = await client.run({ lab, ...request });
      if (!reply.ok) throw new Error(`${reply.code}: ${reply.message}`);
      return { run: reply.run, token: reply.token };
    },
    ask,
    skip: (count) => void lines.push(...Array.from({ length: count }, () => '')),
    watch: (run) => ask('watch', { run, from: lines.length }),
    status(test) {
      const known = frames.find((frame) => test(frame.status));
      if (known) return Promise.resolve(known.status);
      return new Promise((resolve) => {
        const listener = ({ status }: Frame) => {
          if (!test(status)) return;
          listeners.delete(listener);
          resolve(status);
        };
        listeners.add(listener);
      });
    },
    ended: () => client.status(({ state }) => state === 'ended' || state === 'failed'),
    nextFrame: () =>
      new Promise((resolve) => {
        const listener = (frame: Frame) => {
          listeners.delete(listener);
          resolve(frame);
        };
        listeners.add(listener);
      }),
    async firstEvent() {
      while (lines.length === 0) await client.nextFrame();
    },
    close: () => void socket.close(),
  };
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return client;
}

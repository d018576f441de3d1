// The runs of all servers. Those of this one are told to Redis; those of others are read from there while somebody here
// watches them. Only the server that runs a run can step it, stop it, or end it because nobody watches: it is asked.
import { Refused, type Reply, type StepRequest, type StopRequest, stepRequest, stopRequest } from '@lockstep/lab';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Recordings } from '../recordings/recordings.ts';
import { stepRun, stopRun } from '../runs/act-on-run.ts';
import type { Run } from '../runs/run-contract.ts';
import type { Runs } from '../runs/runs.ts';
import type { RunsElsewhere } from './cluster-contract.ts';
import { createHolds } from './holds.ts';
import { runKey, serverKey } from './keys.ts';
import type { News } from './news.ts';
import { createRemoteRun, type RemoteRun } from './remote-run.ts';
import { createRunStream, type RunStream } from './run-stream.ts';
import type { StreamTail, StreamTails } from './stream-tails.ts';

export interface SharedRuns {
  readonly elsewhere: RunsElsewhere;
  readonly share: (recordings: Recordings) => Recordings;
  readonly announce: (run: Run) => void;
  /** From now on the others can watch and act on these. */
  join(runs: Runs): void;
  /** The server that ran it is gone. A server that only stumbled is not. */
  readonly isLost: (id: string) => Promise<boolean>;
  /** Called every second: says who is watched, looks who is dead, and tells what could not be told. */
  beat(): Promise<void>;
  /** Settles when everything is told, or cannot be. */
  close(): Promise<void>;
}

export interface SharedRunsOptions {
  readonly redis: Redis;
  readonly server: string;
  readonly tails: StreamTails;
  readonly news: News;
  readonly logger: Logger;
  readonly nudge: (key: string) => void;
}

interface Followed {
  readonly run: RemoteRun;
  readonly tail: StreamTail;
  /** Beats without a sign of life of its server, and without a viewer here. */
  missed: number;
  unwatched: number;
}

const HOLD = 'lockstep-hold';
/** A server is dead when it was not there this often in turn; its sign of life lasts some seconds itself. */
const MISSED_BEATS = 2;
const FORGOTTEN_BEATS = 30;

export function createSharedRuns({ redis, server, tails, news, logger, nudge }: SharedRunsOptions): SharedRuns {
  const streams = new Map<string, RunStream>();
  const followed = new Map<string, Promise<Followed | undefined>>();
  const settled = new Map<string, Followed>();
  const suspects = new Set<string>();
  let own: Runs | undefined;
  let holds: ReturnType<typeof createHolds> | undefined;

  async function follow(id: string): Promise<Followed | undefined> {
    if ((await redis.exists(runKey(id))) === 0) return undefined;
    const run = createRemoteRun(id, () => news.tell(HOLD, [id]));
    const tail = tails.open(
      runKey(id),
      (entry) => run.take(entry),
      () => run.publish(),
    );
    try {
      await tail.read();
    } catch (error) {
      tail.close();
      throw error;
    }
    const one = { run, tail, missed: 0, unwatched: 0 };
    settled.set(id, one);
    return one;
  }

  async function find(id: string): Promise<RemoteRun | undefined> {
    const known = followed.get(id) ?? follow(id);
    followed.set(id, known);
    try {
      const one = await known;
      if (!one) followed.delete(id);
      // What a viewer was shown elsewhere is in Redis, but may not have been read here yet.
      else if (!one.run.isOver) await one.tail.read();
      return one?.run;
    } catch (error) {
      forget(id);
      logger.warn({ err: error, run: id }, 'a run of another server cannot be read');
      return undefined;
    }
  }

  async function serverOf(id: string): Promise<string | undefined> {
    const [first] = await redis.xrange(runKey(id), '-', '+', 'COUNT', 1);
    const [name, value] = first?.[1] ?? [];
    return name === 'server' ? value : undefined;
  }

  function forget(id: string): void {
    settled.get(id)?.tail.close();
    settled.delete(id);
    followed.delete(id);
  }

  async function lookForDead(one: Followed): Promise<void> {
    const { run } = one;
    if (run.isOver) return;
    const alive = await redis.exists(serverKey(run.server ?? ''));
    const there = await redis.exists(runKey(run.id));
    one.missed = alive === 1 && there === 1 ? 0 : one.missed + 1;
    if (one.missed < MISSED_BEATS) return;
    await one.tail.read();
    logger.warn({ run: run.id }, 'the server of a run is gone');
    run.interrupt();
  }

  function act(question: unknown, runs: Runs): Promise<Reply> | undefined {
    const { step, stop } = question as { step?: unknown; stop?: unknown };
    const [toStep, toStop] = [stepRequest.safeParse(step), stopRequest.safeParse(stop)];
    const run = runs.find(toStep.data?.run ?? toStop.data?.run ?? '');
    if (!run) return undefined;
    if (toStep.success) return reply(() => stepRun(run, toStep.data));
    if (toStop.success) return reply(async () => stopRun(run, toStop.data));
    return undefined;
  }

  return {
    elsewhere: {
      find,
      step: (request: StepRequest) => news.ask({ step: request }),
      stop: (request: StopRequest) => news.ask({ stop: request }),
      read: async (id) => (await find(id))?.text,
    },
    share: (recordings) => ({
      ...recordings,
      async create(run) {
        const file = await recordings.create(run);
        const stream = streams.get(run);
        return {
          async append(text) {
            await file.append(text);
            await stream?.addText(text);
          },
          close: () => file.close(),
        };
      },
    }),
    announce(run) {
      const stream = createRunStream({ redis, run: run.id, server, logger, nudge });
      streams.set(run.id, stream);
      tellStatus(run, stream);
    },
    async isLost(id) {
      const server = own?.find(id) ? undefined : await serverOf(id);
      const isGone = !own?.find(id) && (server === undefined || (await redis.exists(serverKey(server))) === 0);
      const isLost = isGone && suspects.has(id);
      if (isGone && !isLost) suspects.add(id);
      else suspects.delete(id);
      return isLost;
    },
    join(runs) {
      own = runs;
      holds = createHolds(runs);
      news.on(HOLD, (ids) => holds?.renew(ids as readonly string[]));
      news.answerWith((question) => act(question, runs));
    },
    async beat() {
      holds?.beat();
      for (const [id, stream] of streams) {
        if (stream.isDone) streams.delete(id);
        else await stream.flush();
      }
      const watched = [...settled.values()].filter(({ run }) => run.hasViewers && !run.isOver);
      if (watched.length > 0)
        news.tell(
          HOLD,
          watched.map(({ run }) => run.id),
        );
      for (const [id, one] of settled) {
        one.unwatched = one.run.hasViewers ? 0 : one.unwatched + 1;
        if (one.unwatched > FORGOTTEN_BEATS) forget(id);
        else await lookForDead(one);
      }
    },
    async close() {
      holds?.close();
      await Promise.all([...streams.values()].map((stream) => stream.flush()));
      for (const id of followed.keys()) forget(id);
    },
  };
}

/** A status is of the run after its last event, so it is told after that; once, unless there are choices to be said anew. */
function tellStatus(run: Run, stream: RunStream): void {
  let told: unknown;
  let toldAt = -1;
  const tell = () => {
    const { status, published } = run;
    if (published < run.length) return;
    if (status === told && (published === toldAt || status.choices === undefined)) return;
    told = status;
    toldAt = published;
    stream.addStatus(status);
  };
  run.observe(tell);
  tell();
  void run.over.then(() => {
    tell();
    stream.end();
  });
}

async function reply(work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return error.reply;
    return new Refused('bad-request', 'the server made a mistake; its log has the details').reply;
  }
}

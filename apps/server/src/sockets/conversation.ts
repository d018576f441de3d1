// What one connection asks and is answered. Whatever arrives is counted, parsed, and only then acted upon; a refusal is
// an answer in words, never silence.
import {
  type ClassReply,
  leaveRequest,
  Refused,
  type Reply,
  type RunReply,
  type RunRequest,
  runRequest,
  type StepRequest,
  type StopRequest,
  stepRequest,
  stopRequest,
  type WatchRequest,
  watchRequest,
} from '@lockstep/lab';
import type { Logger } from 'pino';
import type { RunsElsewhere } from '../cluster/cluster-contract.ts';
import type { AudienceOf } from '../delivery/audience.ts';
import { deliverLive } from '../delivery/deliver-live.ts';
import { deliverStored } from '../delivery/deliver-stored.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Outlet } from '../delivery/outlet.ts';
import type { Metrics } from '../metrics.ts';
import type { Recordings } from '../recordings/recordings.ts';
import type { RefusalLog } from '../refusal-log.ts';
import { stepRun, stopRun } from '../runs/act-on-run.ts';
import type { Runs } from '../runs/runs.ts';
import { type ClassConversationOptions, createClassConversation } from './class-conversation.ts';
import { parseRequest } from './parse-request.ts';
import { createTokenBucket } from './token-bucket.ts';

export interface Conversation {
  /** Answers a message of the browser. Never rejects. */
  answer(name: string, request: unknown): Promise<RunReply | Reply | ClassReply>;
  /** The connection is gone. */
  end(): void;
}

export interface ConversationOptions extends ClassConversationOptions {
  readonly outlet: Outlet;
  readonly audienceOf: AudienceOf;
  readonly runs: Runs;
  readonly recordings: Recordings;
  readonly runsElsewhere: RunsElsewhere | undefined;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly refusals: RefusalLog;
  /** It goes on sending although it is told that it is too fast. */
  onTooFast(): void;
}

/** Refused messages, as a multiple of those allowed in a second, after which a client is not heard any more. */
const PATIENCE = 20;

const DONE: Reply = { ok: true };

export function createConversation(options: ConversationOptions): Conversation {
  const { client, outlet, audienceOf, runs, recordings, runsElsewhere, limits, logger, metrics } = options;
  const deliveries = new Map<string, Delivery>();
  const inClass = createClassConversation(options);
  const mayCome = createTokenBucket(limits.messagesPerSecond);
  const mayWatch = createTokenBucket(limits.watchesPerSecond, undefined, 2 * limits.maxWatched);
  const mayGoOn = createTokenBucket(limits.messagesPerSecond, undefined, PATIENCE * limits.messagesPerSecond);
  let isOver = false;

  function startRun(request: RunRequest): RunReply {
    if (!options.mayRun && !inClass.isMember)
      throw new Refused('not-yours', 'this server is open to a network: starting a run needs the token it was given');
    const run = runs.request(request, client);
    return { ok: true, run: run.id, token: run.token };
  }

  async function watch({ run: id, from }: WatchRequest): Promise<Reply> {
    if (!mayWatch()) throw new Refused('too-fast', `at most ${limits.watchesPerSecond} runs a second can be taken up`);
    cancelDelivery(id);
    if (deliveries.size >= limits.maxWatched)
      throw new Refused('bad-request', `at most ${limits.maxWatched} runs can be watched at once`);
    const own = runs.find(id);
    const recording = own ? undefined : await recordings.find(id);
    const live = own ?? (recording?.isFinal ? undefined : await runsElsewhere?.find(id));
    if (live && from > live.length) throw new Refused('bad-request', `this run has only ${live.length} events so far`);
    if (isOver) return DONE;
    if (live) keep(id, deliverLive(live, from, outlet, audienceOf(live), metrics));
    else if (recording) keep(id, deliverStored(id, recording, from, outlet));
    else throw new Refused('unknown-run', 'there is no such run, and no recording of it');
    return DONE;
  }

  function keep(id: string, delivery: Delivery): void {
    cancelDelivery(id);
    deliveries.set(id, delivery);
    delivery.done
      .catch((error: unknown) => logger.error({ err: error, run: id }, 'a recording cannot be delivered'))
      .finally(() => deliveries.get(id) === delivery && deliveries.delete(id));
  }

  function cancelDelivery(id: string): boolean {
    deliveries.get(id)?.stop();
    return deliveries.delete(id);
  }

  /** Who leaves on purpose does not come back in a moment: the last one out ends the run, without grace. */
  function leave(id: string): Reply {
    const run = cancelDelivery(id) ? runs.find(id) : undefined;
    if (run && !run.hasViewers) run.stop('viewers-gone');
    return DONE;
  }

  async function step(request: StepRequest): Promise<Reply> {
    const run = runs.find(request.run);
    return run
      ? await stepRun(run, request)
      : ((await runsElsewhere?.step(request)) ?? (await refuseAbsent(request.run)));
  }

  async function stop(request: StopRequest): Promise<Reply> {
    const run = runs.find(request.run);
    return run ? stopRun(run, request) : ((await runsElsewhere?.stop(request)) ?? (await refuseAbsent(request.run)));
  }

  async function refuseAbsent(id: string): Promise<never> {
    if (await recordings.find(id)) throw new Refused('ended', 'this run is over');
    throw new Refused('unknown-run', 'there is no such run');
  }

  async function act(name: string, request: unknown): Promise<RunReply | Reply | ClassReply> {
    switch (name) {
      case 'run':
        return startRun(parseRequest(runRequest, request));
      case 'watch':
        return await watch(parseRequest(watchRequest, request));
      case 'leave':
        return leave(parseRequest(leaveRequest, request).run);
      case 'step':
        return await step(parseRequest(stepRequest, request));
      case 'stop':
        return await stop(parseRequest(stopRequest, request));
      default:
        return await inClass.answer(name, request);
    }
  }

  /** What was asked is not logged: a token may stand in it. */
  function refusal(name: string, { code, message, reply }: Refused): Reply {
    metrics.refused(code);
    logger.debug({ client, message: name, code, why: message }, 'a message is refused');
    options.refusals.note(`a message (${code})`);
    return reply;
  }

  return {
    async answer(name, request) {
      try {
        if (!mayCome()) {
          if (!mayGoOn()) options.onTooFast();
          throw new Refused('too-fast', `at most ${limits.messagesPerSecond} messages a second`);
        }
        return await act(name, request);
      } catch (error) {
        if (error instanceof Refused) return refusal(name, error);
        logger.error({ err: error, message: name }, 'a message could not be answered');
        return new Refused('bad-request', 'the server made a mistake; its log has the details').reply;
      }
    },
    end() {
      isOver = true;
      inClass.end();
      for (const delivery of deliveries.values()) delivery.stop();
      deliveries.clear();
    },
  };
}

// What one connection asks and is answered. Whatever arrives is counted, parsed, and only then acted upon; a refusal is
// an answer in words, never silence.
import {
  type ClassReply,
  leaveRequest,
  type Reply,
  type RunReply,
  type RunRequest,
  runRequest,
  type StepRequest,
  stepRequest,
  stopRequest,
  type WatchRequest,
  watchRequest,
} from '@lockstep/lab';
import type { Logger } from 'pino';
import type { AudienceOf } from '../delivery/audience.ts';
import { deliverLive } from '../delivery/deliver-live.ts';
import { deliverStored } from '../delivery/deliver-stored.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Outlet } from '../delivery/outlet.ts';
import type { Recordings } from '../recordings/recordings.ts';
import { Refused } from '../refused.ts';
import type { Run } from '../runs/run-contract.ts';
import type { Runs } from '../runs/runs.ts';
import { type ClassConversationOptions, createClassConversation } from './class-conversation.ts';
import { parseRequest } from './parse-request.ts';
import { isSameToken } from './same-token.ts';
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
  readonly logger: Logger;
  /** It goes on sending although it is told that it is too fast. */
  onTooFast(): void;
}

/** Refused messages, as a multiple of those allowed in a second, after which a client is not heard any more. */
const PATIENCE = 20;

const DONE: Reply = { ok: true };

export function createConversation(options: ConversationOptions): Conversation {
  const { client, outlet, audienceOf, runs, recordings, limits, logger } = options;
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
    const live = runs.find(id);
    if (live && from > live.length) throw new Refused('bad-request', `this run has only ${live.length} events so far`);
    const recording = live ? undefined : await recordings.find(id);
    if (isOver) return DONE;
    if (live) keep(id, deliverLive(live, from, outlet, audienceOf(live)));
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
    const run = await ownRun(request);
    if (run.mode !== 'stepped') throw new Refused('mode', `a ${run.mode} run is not stepped`);
    await run.step(request.thread);
    return DONE;
  }

  async function ownRun({ run: id, token }: { run: string; token: string }): Promise<Run> {
    const run = runs.find(id);
    if (run && isSameToken(token, run.token)) return run;
    if (run) throw new Refused('not-yours', 'only who started this run can do that');
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
        (await ownRun(parseRequest(stopRequest, request))).stop('stopped');
        return DONE;
      default:
        return await inClass.answer(name, request);
    }
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
        if (error instanceof Refused) {
          logger.debug({ client, message: name, code: error.code, why: error.message }, 'a message is refused');
          return error.reply;
        }
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

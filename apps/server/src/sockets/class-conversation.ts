// What one connection asks of classes. It is a window of at most one class at a time; entering another one leaves the
// first.

import { setTimeout } from 'node:timers/promises';
import {
  type ClassAct,
  type ClassReply,
  classAct,
  enterClassRequest,
  joinClassRequest,
  leaveClassRequest,
  openClassRequest,
  Refused,
  type Reply,
  type RunReply,
  runTrialRequest,
} from '@lockstep/lab';
import type { Classes, Membership } from '../classes/classes.ts';
import type { JoinGate } from '../classes/join-gate.ts';
import { factOfAct } from '../classes/room/fact-of-act.ts';
import { deliverClass } from '../delivery/deliver-class.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { NewsOutlet } from '../delivery/news-outlet.ts';
import type { LabLibrary } from '../labs/lab-library.ts';
import type { RefusalLog } from '../refusal-log.ts';
import type { ServerLimits } from '../server-limits.ts';
import { parseRequest } from './parse-request.ts';
import { createTokenBucket } from './token-bucket.ts';

export interface ClassConversation {
  /** Whether this connection is a window of a class that goes on: then it may start runs. */
  readonly isMember: boolean;
  /** @throws Refused */
  answer(name: string, request: unknown): Promise<Reply | RunReply | ClassReply>;
  end(): void;
}

export interface ClassConversationOptions {
  readonly client: string;
  readonly address: string;
  readonly newsOutlet: NewsOutlet;
  readonly classes: Classes;
  readonly joinGate: JoinGate;
  readonly labs: LabLibrary;
  readonly limits: ServerLimits;
  readonly refusals: RefusalLog;
  /** False: this connection may not open a class. */
  readonly mayRun: boolean;
}

interface Here extends Membership {
  readonly delivery: Delivery;
}

const DONE: Reply = { ok: true };

/** Each time as somebody new; nobody needs many, and a class has room for two thousand. */
const MOST_JOINS = 8;

export function createClassConversation(options: ClassConversationOptions): ClassConversation {
  const { client, address, classes, joinGate, labs, limits } = options;
  const mayShow = createTokenBucket(limits.classShowsPerSecond);
  const mayChange = createTokenBucket(limits.classActsPerSecond, undefined, limits.classActBurst);
  let here: Here | undefined;
  let isTrying = false;
  let joined = 0;
  let isOver = false;

  async function open(request: unknown): Promise<ClassReply> {
    const parsed = parseRequest(openClassRequest, request);
    if (!options.mayRun)
      throw new Refused('not-yours', 'this server is open to a network: opening a class needs the token it was given');
    return come(await classes.open(parsed, client));
  }

  /** Right or wrong, the answer takes the same time. */
  async function join(request: unknown): Promise<ClassReply> {
    const { code, name = '' } = parseRequest(joinClassRequest, request);
    if (isTrying || joined >= MOST_JOINS)
      throw new Refused('too-fast', isTrying ? 'one code at a time' : 'this connection has joined often enough');
    isTrying = true;
    try {
      await joinGate.enter(address);
      const [tried] = await Promise.allSettled([tryCode(code, name), setTimeout(limits.joinAnswerMs)]);
      if (tried.status === 'rejected') throw tried.reason;
      joined++;
      return come(tried.value);
    } catch (error) {
      if (error instanceof Refused && error.code === 'wrong-code')
        options.refusals.note('a class code that is of no class');
      if (error instanceof Refused && error.code === 'too-fast')
        options.refusals.note('too many class codes from one address');
      throw error;
    } finally {
      isTrying = false;
    }
  }

  async function tryCode(code: string, name: string): Promise<Membership> {
    const held = await classes.lookUp(code);
    if (!held) throw new Refused('wrong-code', 'no class has this code');
    joinGate.wasRight(address);
    return await classes.join(held, name);
  }

  async function enter(request: unknown): Promise<ClassReply> {
    const { class: id, token } = parseRequest(enterClassRequest, request);
    const membership = await classes.enter(id, token);
    if (membership.held.room.state.endedAt !== undefined) throw new Refused('ended', 'this class is over');
    return come(membership);
  }

  function come(membership: Membership): ClassReply {
    leave();
    const { held, member, token } = membership;
    const { id, state } = held.room;
    if (!isOver) here = { ...membership, delivery: deliver(membership) };
    return { ok: true, class: id, code: state.code, member, token };
  }

  function deliver({ held: { room }, member }: Membership): Delivery {
    return deliverClass(
      {
        id: room.id,
        pieces: () => room.piecesFor(member),
        listen(onNews) {
          room.enter({ id: client, member, isFollowing: true }, onNews);
          return () => room.leave(client);
        },
      },
      options.newsOutlet,
    );
  }

  function leave(): void {
    here?.delivery.stop();
    here = undefined;
  }

  function place(): Here {
    if (!here) throw new Refused('unknown-class', 'this connection is in no class');
    const { state } = here.held.room;
    if (state.endedAt !== undefined) throw new Refused('ended', 'this class is over');
    if (!state.members.all.has(here.member)) throw new Refused('unknown-class', 'you are not in this class any more');
    return here;
  }

  async function act(parsed: ClassAct): Promise<Reply> {
    const { held, member } = place();
    const { room } = held;
    if (parsed.kind === 'follow') {
      room.follow(client, parsed.isFollowing);
      return DONE;
    }
    const fact = factOfAct(parsed, { member, window: client }, room.state, labs, Date.now());
    if (!fact) return DONE;
    if (!(fact.kind === 'view.shown' ? mayShow() : mayChange()))
      throw new Refused('too-fast', 'so many changes in a short time are not taken');
    await room.append(fact);
    if (fact.kind === 'class.ended') await classes.retire(held);
    if (fact.kind === 'question.answered' && !hasAnswered(held, fact))
      throw new Refused('not-now', 'the question was closed just now');
    return DONE;
  }

  return {
    get isMember() {
      const state = here?.held.room.state;
      return state !== undefined && state.endedAt === undefined && state.members.all.has(here?.member ?? '');
    },
    async answer(name, request) {
      switch (name) {
        case 'class-open':
          return await open(request);
        case 'class-join':
          return await join(request);
        case 'class-enter':
          return await enter(request);
        case 'class-leave':
          parseRequest(leaveClassRequest, request);
          leave();
          return DONE;
        case 'class-act':
          return await act(parseRequest(classAct, request));
        case 'class-run': {
          parseRequest(runTrialRequest, request);
          const { held, member } = place();
          return { ok: true, ...(await held.trialRuns.start(member)) };
        }
        default:
          throw new Refused('bad-request', 'there is no such message');
      }
    },
    end() {
      isOver = true;
      leave();
    },
  };
}

function hasAnswered(
  { room }: Membership['held'],
  { question, round, member, choice }: { question: number; round: number; member: string; choice: string },
): boolean {
  const asked = room.state.questions.all[question - 1];
  return asked?.rounds[round - 1]?.get(member) === choice;
}

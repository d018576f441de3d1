// All classes of this server. A class is taken into memory when somebody comes to it and let go a while after everybody
// has left; what it is, is in the store.
import { createHash, randomBytes } from 'node:crypto';
import {
  type Countdown,
  classCodeOf,
  createCountdown,
  type OpenClassRequest,
  parseClassCode,
  Refused,
} from '@lockstep/lab';
import type { Logger } from 'pino';
import { CLOCK } from '../clock.ts';
import type { LabLibrary } from '../labs/lab-library.ts';
import type { Runs } from '../runs/runs.ts';
import type { ServerLimits } from '../server-limits.ts';
import type { ClassFact } from './class-facts.ts';
import type { ClassLog, ClassStore, RunsOfClasses } from './class-store.ts';
import { type ClassRoom, openClassRoom } from './room/class-room.ts';
import { createPresence, type OpenPresence } from './room/presence.ts';
import { createTrialRuns, type TrialRuns } from './room/trial-runs.ts';
import type { ClassState } from './state/class-state.ts';
import { MOST_MEMBERS } from './state/members.ts';

/** A class that is in memory. */
interface HeldClass {
  readonly room: ClassRoom;
  readonly trialRuns: TrialRuns;
}

/** Somebody's place in a class. Whoever has the token has it. */
export interface Membership {
  readonly held: HeldClass;
  readonly member: string;
  readonly token: string;
}

export interface Classes {
  /** @param window the connection that opens it */
  open(request: OpenClassRequest, window: string): Promise<Membership>;
  /** The class that has this code, as somebody typed it; undefined: none that goes on. */
  lookUp(code: string): Promise<HeldClass | undefined>;
  /** @throws Refused class-locked, class-full */
  join(held: HeldClass, name: string): Promise<Membership>;
  /** @throws Refused unknown-class also for a token of another class */
  enter(id: string, token: string): Promise<Membership>;
  /** It is over: nobody can join it any more. */
  retire(held: HeldClass): Promise<void>;
  readonly size: number;
  /** Runs of trials that ended with another server can be made again. Looked at from time to time, where there are others. */
  forgetLost(isLost: (run: string) => Promise<boolean>): Promise<void>;
  /** The runs that classes were shown or made. */
  runs(): Promise<RunsOfClasses>;
  close(): Promise<void>;
}

export interface ClassesOptions {
  readonly store: ClassStore;
  readonly runs: Runs;
  readonly labs: LabLibrary;
  readonly limits: ServerLimits;
  readonly logger: Logger;
  /** No other server has the same store: a run that is not here is nowhere. */
  readonly isAlone: boolean;
  /** Who is in a class; absent: only those who are here. */
  readonly openPresence?: OpenPresence | undefined;
}

export function createClasses(options: ClassesOptions): Classes {
  const { store, runs, labs, limits, logger } = options;
  const held = new Map<string, Promise<HeldClass | undefined>>();
  const lingering = new Map<HeldClass, Countdown>();
  const busy = new Map<HeldClass, number>();
  let isClosed = false;

  function find(id: string): Promise<HeldClass | undefined> {
    return hold(id, async (onFact) => store.open(id, onFact));
  }

  function hold(
    id: string,
    openLog: (onFact: (fact: ClassFact) => void) => Promise<ClassLog | undefined>,
  ): Promise<HeldClass | undefined> {
    if (isClosed) throw new Refused('unknown-class', 'the server is closing');
    const known = held.get(id);
    if (known) return known;
    const opening = take(id, openLog);
    held.set(id, opening);
    const forget = () => void (held.get(id) === opening && held.delete(id));
    opening.then((found) => found ?? forget(), forget);
    return opening;
  }

  async function take(
    id: string,
    openLog: (onFact: (fact: ClassFact) => void) => Promise<ClassLog | undefined>,
  ): Promise<HeldClass | undefined> {
    const linger = createCountdown(
      limits.classLingerMs,
      () => {
        // Runs of its trial have to come to their end first, and so has who is just coming.
        if (found && (found.trialRuns.alive > 0 || busy.has(found))) linger.restart();
        else void letGo(id);
      },
      CLOCK,
    );
    let found: HeldClass | undefined;
    const room = await openClassRoom({
      id,
      openLog,
      flushMs: limits.flushMs,
      countMs: limits.classCountMs,
      logger,
      openPresence: options.openPresence ?? createPresence,
      onVisited(isVisited) {
        if (isVisited || isClosed) linger.pause();
        else linger.restart();
      },
    });
    if (!room) return undefined;
    const trialRuns = createTrialRuns({ room, runs, labs, logger });
    const isNew = room.state.id === '';
    if (!isNew && room.state.endedAt === undefined) {
      if (Date.now() - room.state.changedAt > limits.classIdleMs) {
        await room.append({ kind: 'class.ended', at: Date.now() });
        await store.retire(room.state.code);
      } else if (options.isAlone) await trialRuns.forgetLost();
    }
    found = { room, trialRuns };
    lingering.set(found, linger);
    linger.restart();
    return found;
  }

  /** The class stays in memory while this is done, and a while longer. */
  async function keeping<T>(found: HeldClass, work: () => Promise<T>): Promise<T> {
    busy.set(found, (busy.get(found) ?? 0) + 1);
    try {
      return await work();
    } finally {
      const others = (busy.get(found) ?? 1) - 1;
      if (others > 0) busy.set(found, others);
      else busy.delete(found);
      if (found.room.presence.here === 0) lingering.get(found)?.restart();
    }
  }

  /** Nobody has been there for a while. */
  async function letGo(id: string): Promise<void> {
    const found = await held.get(id);
    if (!found || found.room.presence.here > 0) return;
    held.delete(id);
    lingering.delete(found);
    await found.room.close();
  }

  async function create(id: string): Promise<{ readonly found: HeldClass; readonly code: string }> {
    for (;;) {
      const code = classCodeOf(randomBytes(5));
      const found = await hold(id, (onFact) => store.create(id, code, onFact));
      if (found) return { found, code };
    }
  }

  return {
    async open({ name = '', view }, window) {
      const id = randomBytes(16).toString('hex');
      const { found, code } = await create(id);
      const { member, token, tokenHash } = newcomer();
      const at = Date.now();
      const { room } = found;
      await keeping(found, async () => {
        await room.append({ kind: 'class.opened', at, class: id, code, owner: member, name: name.trim(), tokenHash });
        await room.append({ kind: 'view.shown', at, member, by: window, view });
      });
      logger.info({ class: id }, 'a class is opened');
      return { held: found, member, token };
    },
    async lookUp(typed) {
      const code = parseClassCode(typed);
      const id = code === undefined ? undefined : await store.find(code);
      const found = id === undefined ? undefined : await find(id);
      return found?.room.state.endedAt === undefined ? found : undefined;
    },
    async join(found, name) {
      const { room } = found;
      const { members } = room.state;
      const { member, token, tokenHash } = newcomer();
      if (!members.isLocked && members.all.size < MOST_MEMBERS)
        await keeping(found, () =>
          room.append({ kind: 'member.joined', at: Date.now(), member, name: name.trim(), tokenHash }),
        );
      if (members.all.has(member)) return { held: found, member, token };
      if (members.isLocked) throw new Refused('class-locked', 'this class is locked');
      throw new Refused('class-full', `a class has at most ${MOST_MEMBERS} members`);
    },
    async enter(id, token) {
      const found = await find(id);
      const tokenHash = hashOf(token);
      const member = [...(found?.room.state.members.all.values() ?? [])].find((one) => one.tokenHash === tokenHash);
      if (!found || !member) throw new Refused('unknown-class', 'there is no such class, or you are not in it');
      return { held: found, member: member.id, token };
    },
    retire: ({ room }) => store.retire(room.state.code),
    get size() {
      return held.size;
    },
    async forgetLost(isLost) {
      for (const one of held.values()) await (await one)?.trialRuns.forgetLost(isLost);
    },
    async runs() {
      const kept = await store.runs();
      const classOf = new Map(kept.classOf);
      const inUse = new Set(kept.inUse);
      for (const one of held.values()) {
        const state = (await one)?.room.state;
        for (const run of state ? runsOf(state) : []) {
          classOf.set(run, state?.id ?? '');
          if (state?.endedAt === undefined) inUse.add(run);
        }
      }
      return { classOf, inUse };
    },
    async close() {
      isClosed = true;
      const all = await Promise.allSettled(held.values());
      for (const linger of lingering.values()) linger.pause();
      held.clear();
      const rooms = all.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value.room] : []));
      await Promise.all(rooms.map((room) => room.close()));
    },
  };
}

function runsOf({ shown, trials }: ClassState): readonly string[] {
  const shownRuns = shown.pictures.flatMap(({ run }) => run ?? []);
  return [...shownRuns, ...trials.all.flatMap(({ runs }) => [...runs.keys()])];
}

function newcomer(): { readonly member: string; readonly token: string; readonly tokenHash: string } {
  const token = randomBytes(16).toString('hex');
  return { member: randomBytes(8).toString('hex'), token, tokenHash: hashOf(token) };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

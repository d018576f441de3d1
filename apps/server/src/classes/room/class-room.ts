// A class in the hands of this server: its state, who is there, and news of both. It changes only by facts that the store
// gives back, whichever server appended them, and by the coming and going of windows.
import type { Logger } from 'pino';
import type { ClassFact } from '../class-facts.ts';
import type { ClassLog } from '../class-store.ts';
import { type ClassState, createClassState } from '../state/class-state.ts';
import { changesOf } from './changes-of.ts';
import { createClassBoard, type SharedPart } from './class-board.ts';
import { createNewsClock } from './news-clock.ts';
import type { ClassWindow, OpenPresence, Presence } from './presence.ts';

export interface ClassRoom {
  readonly id: string;
  readonly state: ClassState;
  readonly presence: Presence;
  /** Settles when the fact is kept and the state knows it; whether it was still valid then, the state says. */
  append(fact: ClassFact): Promise<void>;
  /** A window comes; `onNews` is called when something may have changed for it. */
  enter(window: ClassWindow, onNews: () => void): void;
  follow(window: string, isFollowing: boolean): void;
  leave(window: string): void;
  /** What this member is to know: pieces of JSON by part. */
  piecesFor(member: string): ReadonlyMap<string, string>;
  close(): Promise<void>;
}

export interface ClassRoomOptions {
  readonly id: string;
  /** News wait at most this long for others to share their message. */
  readonly flushMs: number;
  /** News that only move counts wait at most this long. */
  readonly countMs: number;
  readonly logger: Logger;
  /** Creates or opens the log; undefined: there is no such class. */
  openLog(onFact: (fact: ClassFact) => void): Promise<ClassLog | undefined>;
  readonly openPresence: OpenPresence;
  /** The last window has gone (false), or one is there again (true). */
  onVisited(isVisited: boolean): void;
}

interface Entered {
  window: ClassWindow;
  readonly onNews: () => void;
}

export async function openClassRoom(options: ClassRoomOptions): Promise<ClassRoom | undefined> {
  const { id, logger } = options;
  const state = createClassState();
  const presence = options.openPresence(id, () => change(['people', 'desk'], true));
  const board = createClassBoard(state, presence);
  const windows = new Map<string, Entered>();
  const shared = createNewsClock(options.flushMs, options.countMs, tellAll);
  const touched = new Set<string>();
  const own = createNewsClock(options.flushMs, options.countMs, tellTouched);
  const stale = { soon: new Set<SharedPart>(), later: new Set<SharedPart>() };

  function onFact(fact: ClassFact): void {
    if (!state.apply(fact)) {
      logger.debug({ class: id, fact: fact.kind }, 'a fact came too late to be valid');
      return;
    }
    const { parts, members, isCount } = changesOf(fact);
    if (members === 'all') board.wipeAllMembers();
    else if (members !== 'none')
      for (const member of members) {
        board.wipeMember(member);
        touched.add(member);
        own.soon();
      }
    change(parts, isCount);
  }

  function change(parts: readonly SharedPart[], isCount: boolean): void {
    for (const part of parts) stale[isCount ? 'later' : 'soon'].add(part);
    if (isCount) shared.later();
    else shared.soon();
  }

  function tellAll(isLater: boolean): void {
    for (const part of stale.soon) board.wipe(part);
    stale.soon.clear();
    if (isLater) {
      for (const part of stale.later) board.wipe(part);
      stale.later.clear();
    }
    for (const { onNews } of windows.values()) onNews();
  }

  function tellTouched(): void {
    for (const { window, onNews } of windows.values()) if (touched.has(window.member)) onNews();
    touched.clear();
  }

  const log = await options.openLog(onFact);
  if (!log) {
    presence.close();
    return undefined;
  }
  return {
    id,
    state,
    presence,
    append: (fact) => log.append(fact),
    enter(window, onNews) {
      windows.set(window.id, { window, onNews });
      presence.set(window);
      change(['people', 'desk'], true);
      options.onVisited(true);
    },
    follow(windowId, isFollowing) {
      const entered = windows.get(windowId);
      if (!entered || entered.window.isFollowing === isFollowing) return;
      entered.window = { ...entered.window, isFollowing };
      presence.set(entered.window);
      change(['people', 'desk'], true);
    },
    leave(windowId) {
      if (!windows.delete(windowId)) return;
      presence.remove(windowId);
      change(['people', 'desk'], true);
      if (windows.size === 0) options.onVisited(false);
    },
    piecesFor: (member) => board.piecesFor(member),
    async close() {
      shared.stop();
      own.stop();
      presence.close();
      await log.close();
    },
  };
}

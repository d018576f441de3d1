// This window in a class: it opens or joins one, tells what the member does, takes what the class says, and comes back
// by itself after any loss. The class itself is held by the server; all that is kept here is the way back into it.
import type { ClassAct, ClassReply, ClassView, Reply, RunReply } from '@lockstep/lab';
import { parseClassCode } from '@lockstep/lab';
import { type AnyRefusal, type ClassLine, connection, type Unreachable } from '../live/connection.ts';
import { afterNews, isInClass, noClass, useClass } from './class-state.ts';
import { forgetPlace, keepAsOver, keepPlace, keptPlace, setTabsClass, setTabsFollowing } from './kept-places.ts';
import { watchForWaking } from './waking.ts';

export interface ClassSession {
  /** Opens a class with what is on screen. Undefined: done; else why not. */
  readonly open: (view: ClassView, name?: string) => Promise<AnyRefusal | undefined>;
  /** Joins by a code as somebody typed it; who has a place in that class already takes it. */
  readonly join: (code: string, name?: string) => Promise<AnyRefusal | undefined>;
  /** Takes a place that this browser has in a class, the newest if none is named. Undefined also when there is none. */
  readonly enter: (classId?: string, isFollowing?: boolean) => Promise<AnyRefusal | undefined>;
  readonly act: (act: ClassAct) => Promise<Reply | Unreachable>;
  /** Starts this member's own run of the trial. */
  readonly runTrial: () => Promise<RunReply | Unreachable>;
  readonly setFollowing: (isFollowing: boolean) => void;
  /** Whether a view was shown by this window, also before a loss of its line. */
  readonly isOwn: (shownBy: string | undefined) => boolean;
  /** This window goes; the member keeps the place and may come back. Also lets go of a class that is over. */
  readonly leave: () => void;
  /** Ends all listening, for tests. */
  readonly dispose: () => void;
}

/** Entering is asked again after these, when the line is there but the server does not take us yet. */
const AGAIN_AFTER_MS = [1000, 2000, 4000, 8000] as const;

let shared: ClassSession | undefined;

/** The page's one place in a class. */
export function classSession(): ClassSession {
  shared ??= createClassSession(connection);
  return shared;
}

export function createClassSession(connect: () => Promise<ClassLine>): ClassSession {
  const { getState: now, setState: set } = useClass;
  const ownIds = new Set<string>();
  let line: ClassLine | undefined;
  let stopListening: (() => void) | undefined;
  let stopWatching: (() => void) | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  /** An answer that could not be told yet. */
  let untold: Extract<ClassAct, { kind: 'answer' }> | undefined;

  async function reach(): Promise<ClassLine | Unreachable> {
    if (line) return line;
    try {
      line = await connect();
    } catch (error) {
      return { ok: false, code: 'unreachable', message: String(error) };
    }
    stopListening = line.listenToClass({
      onNews(news) {
        const drove = now().me?.isDriver === true;
        set(afterNews(now(), news));
        // Whoever has handed over looks on with all others.
        if (drove && now().me?.isDriver === false) void act({ kind: 'follow', isFollowing: true });
        if (news.over && now().stage === 'over') leaveForGood(news.class, news.over);
      },
      onLine(state) {
        if (state === 'lost' && now().stage === 'in') set({ stage: 'away' });
        if (state === 'connected' && isInClass(now())) void comeBack();
      },
      onFarewell: ({ code }) => set({ farewell: code }),
    });
    stopWatching = watchForWaking(() => void lookAlive());
    return line;
  }

  function leaveForGood(classId: string, ending: 'ended' | 'removed'): void {
    clearTimeout(again);
    if (ending === 'removed') forgetPlace(classId);
    else keepAsOver(classId);
  }

  /** What the server answered to whoever wants in. */
  function take(reply: ClassReply | Unreachable): AnyRefusal | undefined {
    if (!reply.ok) {
      set({ ...noClass, stage: 'refused', refusal: reply });
      return reply;
    }
    const { ok: _, ...place } = reply;
    const id = line?.id();
    if (id !== undefined) ownIds.add(id);
    keepPlace(place);
    set({ stage: 'in', place, refusal: undefined, farewell: undefined });
    return undefined;
  }

  /** There is no way back: the class is over, or the member is not one any more. */
  function refuse(refusal: AnyRefusal, classId: string): AnyRefusal {
    if (refusal.code === 'ended') {
      keepAsOver(classId);
      set({ ...noClass, stage: 'over', ending: 'ended' });
    } else {
      forgetPlace(classId);
      set({ ...noClass, stage: 'refused', refusal });
    }
    return refusal;
  }

  async function comeBack(attempt = 0): Promise<void> {
    clearTimeout(again);
    const { place } = now();
    if (!place || !line) return;
    const reply = await line.enterClass({ class: place.class, token: place.token });
    if (now().place !== place || !isInClass(now())) return;
    if (reply.ok) {
      take(reply);
      return tellWhatWasMissed();
    }
    if (isFinal(reply)) return void refuse(reply, place.class);
    set({ stage: 'away' });
    const waitMs = (AGAIN_AFTER_MS[attempt] ?? AGAIN_AFTER_MS.at(-1) ?? 0) * (0.5 + Math.random());
    again = setTimeout(() => void comeBack(attempt + 1), waitMs);
  }

  /** To the server, whoever enters follows. */
  function tellWhatWasMissed(): void {
    if (!now().isFollowing) void act({ kind: 'follow', isFollowing: false });
    if (untold) void act(untold);
  }

  /** After sleep a line may be dead and not know it. */
  async function lookAlive(): Promise<void> {
    const { place } = now();
    if (!line || !place || now().stage !== 'in') return;
    const reply = await Promise.race([line.enterClass({ class: place.class, token: place.token }), afterPatience()]);
    if (now().stage !== 'in') return;
    if (reply?.ok) tellWhatWasMissed();
    else line.renew();
  }

  async function enterAs(
    ask: (line: ClassLine) => Promise<ClassReply | Unreachable>,
    isFollowing = true,
  ): Promise<AnyRefusal | undefined> {
    const before = now().place;
    if (before && isInClass(now())) line?.leaveClass();
    untold = undefined;
    setTabsFollowing(isFollowing);
    set({ ...noClass, stage: 'entering', isFollowing });
    const reached = await reach();
    return take('ok' in reached ? reached : await ask(reached));
  }

  async function enter(classId?: string, isFollowing = true): Promise<AnyRefusal | undefined> {
    const kept = keptPlace(classId === undefined ? undefined : { class: classId });
    if (!kept) return undefined;
    const refusal = await enterAs((to) => to.enterClass({ class: kept.class, token: kept.token }), isFollowing);
    if (refusal && isFinal(refusal)) return refuse(refusal, kept.class);
    if (refusal?.code === 'unreachable' && line) {
      // The line comes back by itself, and with it this window.
      set({ ...noClass, stage: 'away', place: kept, isFollowing });
      return undefined;
    }
    if (!refusal) tellWhatWasMissed();
    return refusal;
  }

  async function act(what: ClassAct): Promise<Reply | Unreachable> {
    const { me } = now();
    if (what.kind === 'answer') {
      untold = what;
      if (me) set({ me: { ...me, choice: what.choice } });
    }
    if (!line) return { ok: false, code: 'unreachable', message: 'not in a class' };
    const reply = await line.act(what);
    if (what === untold && (reply.ok || reply.code !== 'unreachable')) {
      untold = undefined;
      const { me: then } = now();
      if (!reply.ok && then) set({ me: { ...then, choice: me?.choice } });
    }
    return reply;
  }

  return {
    async open(view, name) {
      const refusal = await enterAs((to) => to.openClass({ view, ...named(name) }));
      if (!refusal) set({ isSheetOpen: true });
      return refusal;
    },
    async join(typed, name) {
      const code = parseClassCode(typed);
      const kept = code === undefined ? undefined : keptPlace({ code });
      if (kept && (await enter(kept.class)) === undefined) {
        if (name?.trim()) void act({ kind: 'rename', name: name.trim() });
        return undefined;
      }
      return enterAs((to) => to.joinClass({ code: typed.trim().slice(0, 16), ...named(name) }));
    },
    enter,
    act,
    async runTrial() {
      return line?.runTrial() ?? { ok: false, code: 'unreachable', message: 'not in a class' };
    },
    setFollowing(isFollowing) {
      if (now().isFollowing === isFollowing) return;
      set({ isFollowing });
      setTabsFollowing(isFollowing);
      void act({ kind: 'follow', isFollowing });
    },
    isOwn: (shownBy) => shownBy !== undefined && (ownIds.has(shownBy) || shownBy === line?.id()),
    leave() {
      clearTimeout(again);
      line?.leaveClass();
      setTabsClass(undefined);
      set(noClass);
    },
    dispose() {
      clearTimeout(again);
      stopListening?.();
      stopWatching?.();
      line = undefined;
      set(noClass);
    },
  };
}

function isFinal({ code }: AnyRefusal): boolean {
  return code === 'unknown-class' || code === 'ended';
}

function named(name: string | undefined): { readonly name?: string } {
  const trimmed = name?.trim() ?? '';
  return trimmed === '' ? {} : { name: trimmed };
}

const PATIENCE_MS = 3000;

function afterPatience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, undefined));
}

// @vitest-environment jsdom
import type { ClassAct, ClassNews, ClassReply, Reply } from '@lockstep/lab';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ClassLine, ClassListener } from '../live/connection.ts';
import { driver, learner, samplePeople, samplePlace, sampleView } from '../testing/sample-class.ts';
import { type ClassSession, createClassSession } from './class-session.ts';
import { goesAlong, useClass } from './class-state.ts';
import { keptPlace, offeredPlace, tabsClass, tabsFollowing } from './kept-places.ts';

const taken = { ok: true, ...samplePlace } as const;
const refused = (code: 'wrong-code' | 'unknown-class' | 'ended' | 'too-fast') =>
  ({ ok: false, code, message: code }) as const;
const unreachable = { ok: false, code: 'unreachable', message: 'no answer' } as const;

/** The server's side of the conversation, spoken by the test. */
class Line implements ClassLine {
  readonly asked: string[] = [];
  readonly acts: ClassAct[] = [];
  entering: ClassReply | typeof unreachable = taken;
  isReachable = true;
  renewals = 0;
  server: ClassListener | undefined;

  async openClass() {
    this.asked.push('open');
    return taken;
  }
  async joinClass({ code, name }: { code: string; name?: string | undefined }) {
    this.asked.push(`join ${code} ${name ?? ''}`.trim());
    return code.startsWith('K7') ? taken : refused('wrong-code');
  }
  async enterClass({ class: id }: { class: string }) {
    this.asked.push(`enter ${id}`);
    return this.entering;
  }
  leaveClass() {
    this.asked.push('leave');
  }
  async act(act: ClassAct): Promise<Reply | typeof unreachable> {
    if (!this.isReachable) return unreachable;
    this.acts.push(act);
    return { ok: true } as const;
  }
  async runTrial() {
    return unreachable;
  }
  listenToClass(listener: ClassListener) {
    this.server = listener;
    return () => undefined;
  }
  id() {
    return 'window-1';
  }
  renew() {
    this.renewals++;
  }
}

let line: Line;
let session: ClassSession;
const now = useClass.getState;
const tell = (news: Partial<ClassNews>) => line.server?.onNews({ class: 'c1', ...news });

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  line = new Line();
  session = createClassSession(async () => line);
});
afterEach(() => {
  session.dispose();
  vi.useRealTimers();
});

async function joined(): Promise<void> {
  await session.join('K7M4-2QXW', 'Ana');
  tell({ view: sampleView, shownBy: 'other', people: samplePeople, me: learner });
}

test('who joins is in, follows, and has a place that is kept', async () => {
  expect(await session.join('K7M4-2QXW', ' Ana ')).toBeUndefined();
  expect(line.asked).toEqual(['join K7M4-2QXW Ana']);
  expect(now()).toMatchObject({ stage: 'in', place: samplePlace, isFollowing: true });
  expect(keptPlace({ code: 'K7M42QXW' })).toMatchObject(samplePlace);
  expect(tabsClass()).toBe('c1');
});

test('a code that is wrong is said, and nothing is kept', async () => {
  expect(await session.join('AAAA-AAAA')).toMatchObject({ code: 'wrong-code' });
  expect(now()).toMatchObject({ stage: 'refused', refusal: { code: 'wrong-code' } });
  expect(offeredPlace()).toBeUndefined();
});

test('who has a place in the class takes it instead of joining twice', async () => {
  await joined();
  session.leave();
  expect(now().stage).toBe('none');
  line.asked.length = 0;
  await session.join('k7m4 2qxw', 'Eve');
  expect(line.asked).toEqual(['enter c1']);
  expect(line.acts).toContainEqual({ kind: 'rename', name: 'Eve' });
});

test('each part of the news replaces its like and leaves the others, in any order', async () => {
  await session.join('K7M4-2QXW');
  tell({ people: samplePeople });
  tell({ view: sampleView, shownBy: 'other' });
  tell({ me: learner });
  tell({ people: { ...samplePeople, here: 9 } });
  expect(now()).toMatchObject({ people: { here: 9 }, view: { cursor: 3 }, me: learner, shownBy: 'other' });
  tell({ question: { state: 'none' }, trial: { state: 'none' } });
  expect(now()).toMatchObject({ question: undefined, trial: undefined });
});

test('news may come before the answer to the one who wanted in', async () => {
  line.joinClass = async () => {
    tell({ me: driver, view: sampleView, shownBy: 'window-1' });
    return taken;
  };
  await session.join('K7M4-2QXW');
  expect(now()).toMatchObject({ stage: 'in', me: driver });
  expect(session.isOwn('window-1')).toBe(true);
});

test('news of another class are not taken', async () => {
  await joined();
  line.server?.onNews({ class: 'c2', people: { ...samplePeople, here: 1 } });
  expect(now().people).toEqual(samplePeople);
});

test('after a loss the member is away, and back by itself, as it was', async () => {
  await joined();
  session.setFollowing(false);
  line.server?.onFarewell({ code: 'server-closing' });
  line.server?.onLine('lost');
  expect(now()).toMatchObject({ stage: 'away', farewell: 'server-closing', view: sampleView });
  line.acts.length = 0;
  line.server?.onLine('connected');
  await vi.waitFor(() => expect(now().stage).toBe('in'));
  expect(line.asked.at(-1)).toBe('enter c1');
  expect(line.acts, 'the server takes whoever enters for a follower').toEqual([{ kind: 'follow', isFollowing: false }]);
  expect(now()).toMatchObject({ isFollowing: false, farewell: undefined });
});

test('a server that does not take one back yet is asked again', async () => {
  vi.useFakeTimers();
  await joined();
  line.server?.onLine('lost');
  line.entering = refused('too-fast');
  line.server?.onLine('connected');
  await vi.advanceTimersByTimeAsync(100);
  expect(now().stage).toBe('away');
  line.entering = taken;
  await vi.advanceTimersByTimeAsync(3000);
  expect(now().stage).toBe('in');
});

test('an answer that could not be told is told on return, and stands meanwhile', async () => {
  await joined();
  line.server?.onLine('lost');
  line.isReachable = false;
  await session.act({ kind: 'answer', question: 1, choice: 'b' });
  expect(now().me?.choice).toBe('b');
  line.isReachable = true;
  line.server?.onLine('connected');
  await vi.waitFor(() => expect(line.acts).toContainEqual({ kind: 'answer', question: 1, choice: 'b' }));
});

test('an answer that came too late is taken back on screen', async () => {
  await joined();
  line.act = async () => ({ ok: false, code: 'not-now', message: 'closed' });
  await session.act({ kind: 'answer', question: 1, choice: 'b' });
  expect(now().me?.choice).toBeUndefined();
});

test.each(['ended', 'unknown-class'] as const)('%s while away: there is no way back, and it is said', async (code) => {
  await joined();
  line.server?.onLine('lost');
  line.entering = refused(code);
  line.server?.onLine('connected');
  await vi.waitFor(() => expect(now().stage).toBe(code === 'ended' ? 'over' : 'refused'));
  expect(offeredPlace()).toBeUndefined();
  expect(tabsClass()).toBeUndefined();
});

test('a class that ends is over for its member, who may still look back', async () => {
  await joined();
  tell({ over: 'ended' });
  expect(now()).toMatchObject({ stage: 'over', ending: 'ended', view: undefined });
  expect(offeredPlace()).toBeUndefined();
  expect(keptPlace({ class: 'c1' })).toMatchObject(samplePlace);
});

test('who is removed has no place any more', async () => {
  await joined();
  tell({ over: 'removed' });
  expect(keptPlace({ class: 'c1' })).toBeUndefined();
});

test('a tab that is reloaded on its own stays on its own', async () => {
  await joined();
  session.setFollowing(false);
  expect(tabsFollowing()).toBe(false);
  session.dispose();
  session = createClassSession(async () => line);
  await session.enter('c1', tabsFollowing());
  expect(now()).toMatchObject({ stage: 'in', isFollowing: false });
});

test('with no server to reach, a place that is kept is away until there is one', async () => {
  await joined();
  session.dispose();
  session = createClassSession(async () => line);
  line.entering = unreachable;
  await session.enter('c1');
  expect(now().stage).toBe('away');
  line.entering = taken;
  line.server?.onLine('connected');
  await vi.waitFor(() => expect(now().stage).toBe('in'));
});

test('whoever has handed over follows again, and the class hears it', async () => {
  await session.open(sampleView);
  expect(now().isSheetOpen, 'the code is on screen').toBe(true);
  tell({ me: driver });
  tell({ me: { ...driver, isDriver: false } });
  expect(goesAlong(now())).toBe(true);
  expect(line.acts).toEqual([{ kind: 'follow', isFollowing: true }]);
});

test('a line that does not answer after sleep is opened anew', async () => {
  vi.useFakeTimers();
  await joined();
  line.entering = unreachable;
  dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(100);
  expect(line.renewals).toBe(1);
  line.entering = taken;
  dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(100);
  expect(line.renewals).toBe(1);
});

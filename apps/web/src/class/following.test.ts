import type { AskedQuestion, ClassAct, ClassView } from '@lockstep/lab';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RunSession } from '../live/run-session.ts';
import * as moves from '../player/moves.ts';
import { createPlayer, type Player } from '../player/player.ts';
import { showsFuture } from '../player/player-state.ts';
import { driver, learner, samplePlace, sampleView } from '../testing/sample-class.ts';
import { sampleLab } from '../testing/sample-lab.ts';
import { sampleHeader, sampleTrace } from '../testing/sample-run.ts';
import { noClass, useClass } from './class-state.ts';
import { startFollowing } from './following.ts';

const pages = vi.hoisted(() => ({ fetchRecording: vi.fn(), fetchGolden: vi.fn() }));
vi.mock('../live/server-pages.ts', () => pages);

let player: Player;
let acts: ClassAct[];
let watched: string[];
let stop: () => void;
const now = () => player.store.getState();
const shown = () => acts.flatMap((act) => (act.kind === 'show' ? [act.view] : []));

function told(view: Partial<ClassView>, shownBy = 'other'): void {
  useClass.setState({ view: { ...sampleView, ...view }, shownBy });
}

function begin(me: typeof learner, shownBy = 'own', isTaken = true): void {
  useClass.setState({ ...noClass, stage: 'in', place: samplePlace, me, view: sampleView, shownBy });
  stop = startFollowing(
    { player, session },
    {
      act: async (act) => {
        acts.push(act);
        return { ok: true };
      },
      setFollowing: (isFollowing) => useClass.setState({ isFollowing }),
      isOwn: (id) => id === 'own',
    },
    isTaken,
  );
}

const session = {
  leave: () => undefined,
  watch: async (run: string) => {
    watched.push(run);
    return true;
  },
} as unknown as RunSession;

beforeEach(() => {
  vi.useFakeTimers();
  player = createPlayer(sampleLab);
  acts = [];
  watched = [];
  pages.fetchRecording.mockImplementation(async () => sampleTrace());
  pages.fetchGolden.mockImplementation(async () => sampleTrace());
  player.open(sampleTrace(), 'golden');
  player.answer('final', 'skipped');
});
afterEach(() => {
  stop();
  useClass.setState(noClass);
  vi.useRealTimers();
});

test('a follower is where the class is, with what is pointed at, and no question of the lab stands before it', () => {
  player = createPlayer(sampleLab);
  player.open(sampleTrace(), 'golden');
  begin(learner);
  told({ cursor: 5, selection: { actor: 't2' }, spacing: 'true', relative: false, sources: ['wire'] });
  expect(now()).toMatchObject({ cursor: 5, selection: { actor: 't2' }, spacing: 'true', relative: false, asks: false });
  expect([...now().sources]).toEqual(['wire']);
  expect(useClass.getState().isFollowing).toBe(true);
  expect(acts).toEqual([]);
});

test.each<[string, () => void]>([
  ['seeking', () => player.seek(1)],
  ['a key', () => player.move(moves.back)],
  ['playing', () => player.move(moves.togglePlaying)],
  ['pointing at something', () => player.select({ actor: 't1' })],
  ['a knob', () => player.setKnob('rounds', '4')],
  ['a run of one’s own', () => player.await('run')],
  ['a file', () => player.open(sampleTrace(4), 'file')],
])('%s of one’s own leaves following, and the class does not pull one back', (_, ownMove) => {
  begin(learner);
  told({ cursor: 4 });
  ownMove();
  expect(useClass.getState().isFollowing).toBe(false);
  const { cursor } = now();
  told({ cursor: 6 });
  expect(now().cursor).toBe(cursor);
  expect(shown(), 'who does not drive shows nothing').toEqual([]);
});

test('who returns is where the class is', () => {
  begin(learner);
  player.seek(1);
  told({ cursor: 6 });
  useClass.setState({ isFollowing: true });
  expect(now().cursor).toBe(6);
});

test('another run is fetched and taken up; it does not count as a move of one’s own', async () => {
  begin(learner);
  pages.fetchRecording.mockImplementation(async () => {
    const trace = sampleTrace();
    return Object.assign(Object.create(trace), { header: { ...sampleHeader, run: 'run-2' } });
  });
  told({ run: 'run-2', cursor: 2 });
  told({ run: 'run-2', cursor: 6 });
  await vi.runAllTimersAsync();
  expect(now()).toMatchObject({ origin: 'recording', cursor: 6 });
  expect(pages.fetchRecording).toHaveBeenCalledTimes(1);
  expect(useClass.getState().isFollowing).toBe(true);
});

test('a run that goes on is watched, and a step that is not here yet is shown when it comes', async () => {
  begin(learner);
  pages.fetchRecording.mockImplementation(async () => undefined);
  told({ run: 'run-1', cursor: 5 });
  await vi.runAllTimersAsync();
  expect(watched).toEqual(['run-1']);
  const trace = sampleTrace(2);
  player.grow(trace, { state: 'running' });
  expect(now().cursor).toBe(2);
  for (const event of sampleTrace().slice(2)) trace.append(event);
  player.grow(trace, { state: 'running' });
  expect(now().cursor).toBe(5);
  expect(useClass.getState().isFollowing).toBe(true);
});

test('of two runs in a row the later one is shown, whichever comes first', async () => {
  begin(learner);
  let releaseFirst: ((trace: unknown) => void) | undefined;
  pages.fetchRecording.mockImplementationOnce(() => new Promise((resolve) => (releaseFirst = resolve)));
  told({ run: 'run-0', cursor: 2 });
  told({ run: 'run-1', cursor: 4 });
  await vi.runAllTimersAsync();
  releaseFirst?.(sampleTrace(3));
  await vi.runAllTimersAsync();
  expect(now()).toMatchObject({ cursor: 4, length: 7, waiting: undefined });
});

test('who drives tells each place, and that of another window of theirs is not told again', () => {
  begin(driver);
  player.seek(2);
  vi.runAllTimers();
  expect(shown()).toMatchObject([{ lab: 'sample', mode: 'stepped', cursor: 2 }]);
  expect(shown()[0]).not.toHaveProperty('run');
  told({ cursor: 6 });
  vi.runAllTimers();
  expect(now().cursor).toBe(6);
  expect(shown()).toHaveLength(1);
  told({ cursor: 1 }, 'own');
  expect(now().cursor, 'a late echo is not followed').toBe(6);
  player.seek(7);
  vi.runAllTimers();
  expect(shown().at(-1)).toMatchObject({ cursor: 7 });
});

test('a driver who opens a page by themselves shows what they came for; one whom the class brings, what it sees', () => {
  player.seek(6);
  begin(driver, 'other', false);
  expect(now().cursor).toBe(6);
  stop();
  begin(driver, 'other', true);
  expect(now().cursor).toBe(3);
});

test('a page that a driver has just opened is not shown before anything is there', () => {
  player = createPlayer(sampleLab);
  begin(driver, 'own', false);
  player.setSpacing('true');
  player.await('recording');
  vi.runAllTimers();
  expect(shown()).toEqual([]);
  player.open(sampleTrace(), 'golden', { step: 5 });
  vi.runAllTimers();
  expect(shown()).toMatchObject([{ cursor: 5, spacing: 'true' }]);
});

test('a file of the driver’s own has no address: the class hears that it is private, and stays', () => {
  begin(driver);
  player.open(sampleTrace(), 'file');
  player.seek(5);
  vi.runAllTimers();
  expect(shown()).toMatchObject([{ isPrivate: true, cursor: 3 }]);
});

test('a follower stays where they are while the driver looks at something private', () => {
  begin(learner);
  told({ cursor: 4 });
  told({ cursor: 4, isPrivate: true });
  expect(now().cursor).toBe(4);
  expect(useClass.getState().isFollowing).toBe(true);
});

test('where the driver has come to while the class was being opened is told', () => {
  begin(driver);
  useClass.setState({ stage: 'entering' });
  player.seek(5);
  useClass.setState({ stage: 'in' });
  expect(shown()).toMatchObject([{ cursor: 5 }]);
});

test('a driver who has reloaded the page is where the class is', () => {
  begin(driver, 'other');
  player.seek(0);
  useClass.setState({ ...noClass, stage: 'in', place: samplePlace });
  acts.length = 0;
  useClass.setState({ me: driver, view: sampleView, shownBy: 'other' });
  expect(now().cursor).toBe(3);
  vi.runAllTimers();
  expect(shown()).toEqual([]);
});

test('whom the wheel is given to shows at once where they are', () => {
  begin(learner);
  player.seek(1);
  useClass.setState({ me: { ...learner, isDriver: true } });
  expect(shown()).toMatchObject([{ cursor: 1 }]);
});

test('while the class is asked, what comes next is not drawn; after the reveal, or on one’s own, it is', () => {
  begin(learner);
  expect(showsFuture(now())).toBe(true);
  const question: Omit<AskedQuestion, 'question'> = {
    state: 'open',
    number: 1,
    round: 1,
    isLive: false,
    answered: 0,
    tallies: [],
  };
  const asked = { kind: 'prediction', lab: 'sample', prediction: 'final' } as const;
  useClass.setState({ question: { ...question, question: asked } });
  expect(showsFuture(now())).toBe(false);
  useClass.setState({ question: { ...question, question: asked, state: 'revealed' } });
  expect(showsFuture(now())).toBe(true);
  useClass.setState({ question: { ...question, question: asked }, isFollowing: false });
  expect(showsFuture(now())).toBe(true);
});

test('what a driver did while away is told on return', () => {
  begin(driver);
  useClass.setState({ stage: 'away' });
  player.seek(6);
  useClass.setState({ stage: 'in', view: { ...sampleView }, shownBy: 'own' });
  expect(shown().at(-1)).toMatchObject({ cursor: 6 });
});

test('what stands behind a question on the driver’s screen is not drawn for who follows, until it is answered', () => {
  begin(learner);
  told({ cursor: 0, holdsFuture: true });
  expect(showsFuture(now())).toBe(false);
  told({ cursor: 0 });
  expect(showsFuture(now())).toBe(true);
});

test('the class hears that a question stands before the reveal on the driver’s screen, and that it is answered', () => {
  begin(driver);
  player.store.setState({ answers: {} });
  player.open(sampleTrace(), 'golden');
  vi.runAllTimers();
  expect(shown().at(-1)).toMatchObject({ holdsFuture: true });
  player.answer('final', 'skipped');
  vi.runAllTimers();
  expect(shown().at(-1)?.holdsFuture).toBeUndefined();
});

import { beforeEach, describe, expect, test } from 'vitest';
import { sampleLab } from '../testing/sample-lab.ts';
import { sampleTrace } from '../testing/sample-run.ts';
import * as moves from './moves.ts';
import { rangeFrom, rangeTo } from './play-range.ts';
import { createPlayer, type Player } from './player.ts';
import { openPrediction, showsFuture } from './player-state.ts';

const running = { state: 'running' } as const;
const ended = { state: 'ended' } as const;
let player: Player;
const now = () => player.store.getState();
const cursor = () => now().cursor;

beforeEach(() => {
  player = createPlayer(sampleLab);
});

describe('a recording', () => {
  beforeEach(() => player.open(sampleTrace(), 'recording'));

  test('starts paused at step 0', () => {
    expect(now()).toMatchObject({ cursor: 0, playing: false, pinned: false, length: 7 });
  });

  test('opens at the step that was asked for', () => {
    player.open(sampleTrace(), 'recording', { step: 4 });
    expect(cursor()).toBe(4);
  });

  test('moves one event forward and back, and not beyond its ends', () => {
    player.move(moves.back);
    expect(cursor()).toBe(0);
    player.move(moves.forward);
    player.move(moves.forward);
    player.move(moves.back);
    expect(cursor()).toBe(1);
    player.move(moves.last);
    player.move(moves.forward);
    expect(cursor()).toBe(7);
    player.move(moves.first);
    expect(cursor()).toBe(0);
  });

  test('moves by actor: the selected one, else whoever did the present step', () => {
    player.seek(2);
    player.move(moves.nextOfSelected);
    expect(cursor()).toBe(5);
    player.select({ actor: 't1' });
    player.move(moves.previousOfSelected);
    expect(cursor()).toBe(4);
  });

  test('follows cause and effect, and stays where there is none', () => {
    player.seek(4);
    player.move(moves.toCause);
    expect(cursor()).toBe(3);
    player.move(moves.toCause);
    expect(cursor()).toBe(1);
    player.move(moves.toCause);
    expect(cursor()).toBe(1);
    player.move(moves.toEffect);
    expect(cursor()).toBe(3);
  });

  test('plays to its end and stops there, and plays again from the start', () => {
    player.seek(5);
    player.move(moves.togglePlaying);
    player.move(moves.tick);
    expect(now()).toMatchObject({ cursor: 6, playing: true });
    player.move(moves.tick);
    expect(now()).toMatchObject({ cursor: 7, playing: false });
    player.move(moves.togglePlaying);
    expect(now()).toMatchObject({ cursor: 0, playing: true });
  });

  test('stops playing when the reader moves', () => {
    player.move(moves.togglePlaying);
    player.move(moves.forward);
    expect(now().playing).toBe(false);
  });

  test('asks nothing: its reader came to see it', () => {
    expect(openPrediction(now())).toBeUndefined();
    expect(showsFuture(now())).toBe(true);
  });

  test('shows in the form what it was made with', () => {
    expect(now().form).toEqual({ rounds: '3', word: 'hello', lock: 'true' });
  });
});

describe('a live run', () => {
  beforeEach(() => player.follow({ token: 'mine', isPinned: true, asks: false }));

  test('keeps the cursor at its end until the reader leaves it', () => {
    const trace = sampleTrace(2);
    player.grow(trace, running);
    expect(cursor()).toBe(2);
    player.move(moves.back);
    player.grow(sampleTrace(5), running);
    expect(now()).toMatchObject({ cursor: 1, pinned: false, length: 5 });
    player.move(moves.last);
    player.grow(sampleTrace(6), running);
    expect(now()).toMatchObject({ cursor: 6, pinned: true });
  });

  test('has no future to show', () => {
    player.grow(sampleTrace(5), running);
    player.seek(2);
    expect(showsFuture(now())).toBe(false);
    player.grow(sampleTrace(7), ended);
    expect(showsFuture(now())).toBe(true);
  });

  test('comes to rest at its end', () => {
    player.grow(sampleTrace(7), ended);
    expect(now()).toMatchObject({ cursor: 7, pinned: false });
  });
});

describe('a question before the reveal', () => {
  beforeEach(() => player.follow({ token: 'mine', isPinned: true, asks: true }));

  test('holds everything back until it is answered', () => {
    player.grow(sampleTrace(4), running);
    expect(openPrediction(now())?.id).toBe('final');
    expect(showsFuture(now())).toBe(false);
    for (const move of [moves.forward, moves.last, moves.togglePlaying, moves.toEffect]) player.move(move);
    player.seek(3);
    expect(now()).toMatchObject({ cursor: 0, playing: false });
  });

  test('takes up the live end when it is answered during the run', () => {
    player.grow(sampleTrace(4), running);
    player.answer('final', { choice: 'zero' });
    expect(now()).toMatchObject({ cursor: 4, pinned: true });
    expect(now().answers).toEqual({ final: { choice: 'zero' } });
  });

  test('plays the run from its start when it is over by then', () => {
    player.grow(sampleTrace(7), ended);
    player.answer('final', 'skipped');
    expect(now()).toMatchObject({ cursor: 0, playing: true });
  });

  test('is not asked again in the next run; the answer stays', () => {
    player.grow(sampleTrace(7), ended);
    player.answer('final', { choice: 'one' });
    player.follow({ token: 'mine', isPinned: true, asks: true });
    player.grow(sampleTrace(3), running);
    expect(openPrediction(now())).toBeUndefined();
    expect(cursor()).toBe(3);
  });

  test('stands before runs of its mode only', () => {
    player.grow(sampleTrace(4, 'free'), running);
    expect(openPrediction(now())).toBeUndefined();
  });

  test('stands before the recording of the lab, but not when a step was asked for', () => {
    player.open(sampleTrace(), 'golden');
    expect(openPrediction(now())?.id).toBe('final');
    player.open(sampleTrace(), 'golden', { step: 3 });
    expect(openPrediction(now())).toBeUndefined();
  });
});

test('speed changes one step at a time and stops at its ends', () => {
  for (let press = 0; press < 20; press++) player.changeSpeed(true);
  expect(now().delayMs).toBe(50);
  player.changeSpeed(false);
  expect(now().delayMs).toBe(100);
});

test('a source is switched off and on again', () => {
  player.toggleSource('derived');
  expect(now().sources.has('derived')).toBe(false);
  player.toggleSource('derived');
  expect(now().sources.has('derived')).toBe(true);
});

describe('a range', () => {
  beforeEach(() => player.open(sampleTrace(), 'recording'));
  const range = () => now().range;
  const playedOn = (times: number) => {
    const seen = [];
    for (let time = 0; time < times; time++) {
      player.move(moves.tick);
      seen.push(cursor());
    }
    return seen;
  };

  test('is set at two steps, and again at the same one it is gone', () => {
    player.seek(2);
    player.move(rangeFrom);
    expect(range()).toEqual({ from: 2, to: 7, loops: true });
    player.seek(5);
    player.move(rangeTo);
    expect(range()).toEqual({ from: 2, to: 5, loops: true });
    player.move(rangeTo);
    expect(range()).toBeUndefined();
  });

  test('an end before its beginning leaves the beginning out', () => {
    player.setRange({ from: 4, to: 6 });
    player.seek(2);
    player.move(rangeTo);
    expect(range()).toMatchObject({ from: 0, to: 2 });
    player.move(rangeFrom);
    expect(range()).toMatchObject({ from: 2, to: 7 });
  });

  test('is played round and round, also at the end of the run', () => {
    player.setRange({ from: 5, to: 7, loops: true });
    player.move(moves.togglePlaying);
    expect([cursor(), ...playedOn(5)]).toEqual([5, 6, 7, 5, 6, 7]);
    expect(now().playing).toBe(true);
  });

  test('is played once where it does not loop', () => {
    player.setRange({ from: 2, to: 4 });
    player.move(moves.togglePlaying);
    expect([cursor(), ...playedOn(3)]).toEqual([2, 3, 4, 4]);
    expect(now().playing).toBe(false);
    player.move(moves.togglePlaying);
    expect(cursor()).toBe(2);
  });

  test('lies within the run, or is none', () => {
    player.setRange({ from: 3, to: 99 });
    expect(range()).toEqual({ from: 3, to: 7, loops: false });
    player.setRange({ from: 99 });
    expect(range()).toBeUndefined();
    player.open(sampleTrace(), 'golden', { range: { from: 2, to: 4, loops: true } });
    expect(now()).toMatchObject({ cursor: 2, range: { from: 2, to: 4, loops: true }, asks: false });
  });
});

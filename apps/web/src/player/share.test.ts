import type { Lab } from '@lockstep/lab';
import { expect, test } from 'vitest';
import { cableLab, cableTrace } from '../testing/sample-cable-run.ts';
import { sampleLab } from '../testing/sample-lab.ts';
import { sampleTrace } from '../testing/sample-run.ts';
import { createPlayer } from './player.ts';
import { linkTo, placeOf } from './share.ts';

const base = 'http://host';

function playerWith(...opened: Parameters<ReturnType<typeof createPlayer>['open']>) {
  return playerOf(sampleLab, ...opened);
}

function playerOf(lab: Lab, ...opened: Parameters<ReturnType<typeof createPlayer>['open']>) {
  const player = createPlayer(lab);
  player.open(...opened);
  return player.store.getState();
}

test('a link to a stepped run carries its schedule and knobs, for when its recording is gone', () => {
  expect(linkTo(playerWith(sampleTrace(), 'recording', { step: 4 }), base)).toBe(
    'http://host/labs/sample?run=run-1&step=4&mode=stepped&schedule=121122&k.rounds=3&k.lock=true',
  );
});

test('a link to a run of frames carries what was decided as rules', () => {
  expect(linkTo(playerOf(cableLab, cableTrace(), 'recording', { step: 4 }), base)).toBe(
    'http://host/labs/sample?run=run-1&step=4&mode=stepped&k.rules=drop+client+1%3B+pass+client+2',
  );
});

test('a link to a free run is its run and its step', () => {
  expect(linkTo(playerWith(sampleTrace(7, 'free'), 'recording', { step: 2 }), base)).toBe(
    'http://host/labs/sample?run=run-1&step=2',
  );
});

test('the recording of the lab is named by its step alone', () => {
  expect(linkTo(playerWith(sampleTrace(), 'golden', { step: 2 }), base)).toBe('http://host/labs/sample?step=2');
  expect(placeOf(playerWith(sampleTrace(7, 'free'), 'golden'))).toMatchObject({ mode: 'free' });
  expect(placeOf(playerWith(sampleTrace(), 'golden'))).toEqual({ knobs: {}, spacing: 'logical', relative: true });
});

test('a file has no address', () => {
  expect(linkTo(playerWith(sampleTrace(), 'file'), base)).toBeUndefined();
});

test('a link names what is pointed at, the stage and the range', () => {
  const player = createPlayer(sampleLab);
  player.open(sampleTrace(), 'golden', { step: 2 });
  player.select({ actor: 't1', frame: undefined, stage: 'lanes' });
  player.setRange({ from: 1, to: 4, loops: true });
  expect(linkTo(player.store.getState(), base)).toBe(
    'http://host/labs/sample?step=2&actor=t1&stage=lanes&from=1&to=4&loop=1',
  );
});

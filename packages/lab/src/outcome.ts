// How a run came out, in a word: what many runs of a class are counted by.
import { findEvent, type Trace } from '@lockstep/trace';
import type { Lab, Outcome } from './lab.ts';
import { outcomesOf } from './thread-readings.ts';

const DEADLOCK: Outcome = { value: { en: 'deadlock', zh: '死锁' }, expected: false };
const FAILED: Outcome = { value: { en: 'failed', zh: '失败' }, expected: false };
const FINISHED: Outcome = { value: { en: 'finished', zh: '结束' } };
const CUT_SHORT: Outcome = { value: { en: 'cut short', zh: '中途停止' } };

/**
 * How a run came out: as the lab says; else what its program observed; else what it showed of the lab's first question;
 * else only how it ended. Undefined while it goes on. Of many runs in one trace, those that were as expected are counted.
 */
export function outcomeOf(lab: Lab, trace: Trace): Outcome | undefined {
  const end = findEvent(trace, ({ kind }) => kind === 'run.ended' || kind === 'run.failed');
  if (end?.kind === 'run.failed') return FAILED;
  if (end?.kind !== 'run.ended') return undefined;
  if (end.reason !== 'finished' && end.reason !== 'deadlock') return CUT_SHORT;
  return (
    lab.outcome?.(trace) ??
    observed(trace) ??
    (end.reason === 'deadlock' ? DEADLOCK : (answered(lab, trace) ?? FINISHED))
  );
}

function observed(trace: Trace): Outcome | undefined {
  const all = outcomesOf(trace);
  const [first] = all;
  if (!first) return undefined;
  // Programs observe in English, but for numbers; a deadlock is the one word that all of them share.
  if (all.length === 1)
    return { value: { en: first.value, zh: first.value.replace(/^deadlock/, '死锁') }, expected: first.expected };
  const right = all.filter(({ expected }) => expected).length;
  return {
    value: { en: `${right} of ${all.length} as expected`, zh: `${all.length} 次中有 ${right} 次符合预期` },
    expected: right === all.length,
  };
}

function answered({ predictions }: Lab, trace: Trace): Outcome | undefined {
  for (const prediction of predictions) {
    if (!prediction.modes.includes(trace.header.mode)) continue;
    const shown = prediction.answer(trace);
    const choice = prediction.choices.find(({ id }) => id === shown?.choice);
    if (choice) return { value: choice.text };
  }
  return undefined;
}

// The interpreter and its lock, its objects, and work that is measured, in English.
import type { Kind } from '@lockstep/trace';
import { type SentencesOf, start } from './teller.ts';

type InterpreterKind = Extract<
  Kind,
  `${'gil' | 'opcode' | 'object' | 'reference' | 'collector' | 'work' | 'measure'}.${string}`
>;

export const interpreterInEnglish: SentencesOf<InterpreterKind> = {
  'gil.requested': ({ actor }, tell) => `${start(tell.name(actor))} wants the interpreter lock.`,
  'gil.taken': ({ actor, waitedUs }, tell) =>
    `${start(tell.name(actor))} holds the interpreter lock${waitedUs === undefined ? '' : `, after ${ms(waitedUs)} ms`}.`,
  'gil.drop-requested': ({ actor, holder }, tell) =>
    `${start(tell.name(actor))} has waited one interval and asks ${holder ? tell.name(holder) : 'the holder'} to drop the lock.`,
  'gil.dropped': ({ actor, reason }, tell) =>
    `${start(tell.name(actor))} drops the interpreter lock${REASON[reason] ?? ''}.`,
  'gil.measured': ({ switches, perSecond, medianSliceUs }) =>
    `Measured: ${switches} switches, ${Math.round(perSecond)} a second; the median slice lasts ${ms(medianSliceUs)} ms.`,
  'opcode.executed': ({ actor, opcode, argument }, tell) =>
    `${start(tell.name(actor))} executes ${opcode}${argument ? ` ${argument}` : ''}.`,
  'object.created': ({ object, type, count }) => `${start(object)}, a ${type}, is created: ${references(count)}.`,
  'reference.changed': ({ object, count, before, by }) =>
    `${by}: ${object} has ${references(count)}, ${count > before ? 'up' : 'down'} from ${before}.`,
  'object.freed': ({ object, by }) =>
    by === 'collector'
      ? `The collector frees ${object}, which counting could not.`
      : `${start(object)} is freed at once: nothing refers to it any more.`,
  'collector.ran': ({ actor, generation, collected }, tell) =>
    `The collector runs in ${tell.name(actor)}: generation ${generation}, ${collected} unreachable found.`,

  'work.started': ({ work, of }) => `${start(work)}: begins, ${of} to do.`,
  'work.progressed': ({ work, done, of }) => `${start(work)}: ${done} of ${of} done.`,
  'work.finished': ({ work, of, elapsedUs }) => `${start(work)}: all ${of} done in ${ms(elapsedUs)} ms.`,
  'measure.taken': ({ what, value, unit }) => `Measured: ${what} is ${value}${unit ? ` ${unit}` : ''}.`,
};

const REASON: Readonly<Record<string, string>> = {
  request: ' because it was asked to',
  io: ' before it waits for input or output',
  finished: ': it has finished',
};

function references(count: number): string {
  return count === 1 ? '1 reference' : `${count} references`;
}

function ms(us: number): string {
  return String(Number((us / 1000).toPrecision(3)));
}

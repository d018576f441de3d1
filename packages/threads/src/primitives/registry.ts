// Every verb has a number, by which workers and the main thread speak of it through shared memory.
import { barrierVerbs } from './barrier.ts';
import { computeVerbs } from './compute.ts';
import { conditionVerbs } from './condition.ts';
import { eventVerbs } from './event.ts';
import { lockVerbs } from './lock.ts';
import { printVerbs } from './print.ts';
import { rlockVerbs } from './rlock.ts';
import { semaphoreVerbs } from './semaphore.ts';
import { sleepVerbs } from './sleep.ts';
import { threadVerbs } from './thread.ts';
import { valueVerbs } from './value.ts';
import type { Verb } from './verb.ts';

const verbs: readonly Verb[] = [
  ...valueVerbs,
  ...lockVerbs,
  ...computeVerbs,
  ...sleepVerbs,
  ...printVerbs,
  ...rlockVerbs,
  ...semaphoreVerbs,
  ...conditionVerbs,
  ...eventVerbs,
  ...barrierVerbs,
  ...threadVerbs,
];

const codes = new Map(verbs.map((verb, code) => [verb.name, code]));

export function codeOf(verb: Verb): number {
  const code = codes.get(verb.name);
  if (code === undefined) throw new Error(`${verb.name} is not in the registry`);
  return code;
}

export function verbWith(code: number): Verb {
  const verb = verbs[code];
  if (verb === undefined) throw new Error(`no verb has the code ${code}`);
  return verb;
}

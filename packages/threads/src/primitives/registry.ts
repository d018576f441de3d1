// Every verb has a number, by which workers and the main thread speak of it through shared memory.
import { barrierVerbs } from './barrier.ts';
import { computeVerbs } from './compute.ts';
import { conditionVerbs } from './condition.ts';
import { eventVerbs } from './event.ts';
import { futureVerbs } from './future.ts';
import { lockVerbs } from './lock.ts';
import { poolVerbs } from './pool-verbs.ts';
import { printVerbs } from './print.ts';
import { queueVerbs } from './queue.ts';
import { rlockVerbs } from './rlock.ts';
import { semaphoreVerbs } from './semaphore.ts';
import { sleepVerbs } from './sleep.ts';
import { threadVerbs } from './thread.ts';
import { valueVerbs } from './value.ts';
import type { Verb } from './verb.ts';
import { waitVerbs } from './wait-verbs.ts';

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
  ...queueVerbs,
  ...poolVerbs,
  ...futureVerbs,
  ...waitVerbs,
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

// Every verb has a number, by which workers and the main thread speak of it through shared memory.
import { computeVerbs } from './compute.ts';
import { lockVerbs } from './lock.ts';
import { sleepVerbs } from './sleep.ts';
import { valueVerbs } from './value.ts';
import type { Verb } from './verb.ts';

const verbs: readonly Verb[] = [...valueVerbs, ...lockVerbs, ...computeVerbs, ...sleepVerbs];

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

import { Operation } from './operation.ts';
import { nothing } from './shared-object.ts';
import { knownTo, readBy } from './value.ts';
import { always, type Verb } from './verb.ts';

/**
 * Makes a calculation on locals a step of its own, to be seen between load and store. Evaluates to `value`.
 * @param name what the result is called on screen
 */
export function compute(name: string, value: number): Operation<number> {
  return new Operation(computeVerb, nothing, value | 0, { name });
}

const computeVerb: Verb = {
  name: 'compute',
  access: 'none',
  enabled: always,
  apply: (_words, _thread, { argument }) => argument,
  perform(real, request) {
    real.note(request, request.argument);
    return request.argument;
  },
  describe: ({ name, argument }) => `compute ${name} = ${argument}`,
  tell: ({ name, argument }) => ({ kind: 'value.computed', name, value: argument }),
  causedBy: readBy,
  leaves: (step) => [knownTo(step)],
};

export const computeVerbs: readonly Verb[] = [computeVerb];

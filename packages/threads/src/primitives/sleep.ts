import { Operation } from './operation.ts';
import { nothing } from './shared-object.ts';
import { always, type Verb } from './verb.ts';

const US_PER_MS = 1000;

/**
 * Does nothing for at least so many milliseconds, as time.sleep does. In the model no time passes.
 * @see https://docs.python.org/3/library/time.html#time.sleep
 */
export function sleep(ms: number): Operation<void> {
  return new Operation(sleepVerb, nothing, Math.round(ms * US_PER_MS));
}

const sleepVerb: Verb = {
  name: 'sleep',
  access: 'none',
  enabled: always,
  apply: () => 0,
  perform(real, request) {
    real.sleepFor(request.argument);
    real.note(request, 0);
    return 0;
  },
  describe: ({ argument }) => `sleep ${argument / US_PER_MS} ms`,
  tell: ({ argument }) => ({ kind: 'thread.slept', ms: argument / US_PER_MS }),
};

export const sleepVerbs: readonly Verb[] = [sleepVerb];

import { Operation } from './operation.ts';
import { nothing } from './shared-object.ts';
import { always, type Verb } from './verb.ts';

/** Prints a line. Printing is a step of its own, so the order of lines is the order of steps. At most 95 bytes. */
export function print(text: string): Operation<void> {
  return new Operation(printVerb, nothing, 0, { name: text });
}

const printVerb: Verb = {
  name: 'print',
  access: 'none',
  enabled: always,
  apply: () => 0,
  perform(real, request) {
    real.note(request, 0);
    return 0;
  },
  describe: ({ name }) => `print ${name}`,
  tell: ({ name }) => ({ kind: 'text.printed', text: name }),
};

export const printVerbs: readonly Verb[] = [printVerb];

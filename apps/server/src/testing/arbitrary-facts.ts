import fc from 'fast-check';
import type { ClassFact } from '../classes/class-facts.ts';
import { someView } from './class-client.ts';

const at = fc.nat(1e6);
const member = fc.constantFrom('owner', 'ann', 'bob', 'cid', 'nobody');
const run = fc.constantFrom('run-1', 'run-2', 'run-3', 'run-4');
const number = fc.integer({ min: 1, max: 3 });
const choice = fc.constantFrom('0', '1', '2', 'lost');
const name = fc.constantFrom('', 'Ann', '=1+1', '小明');

const question = fc.oneof(
  fc.constant({ kind: 'own' as const, text: 'Which?', choices: ['this', 'that'], right: 1 }),
  fc.constant({ kind: 'own' as const, text: 'None is right', choices: ['this', 'that'], right: 5 }),
  fc.constant({ kind: 'prediction' as const, lab: 'counter', prediction: 'how-many' }),
);

function fact<K extends ClassFact['kind']>(
  kind: K,
  fields: { [F in Exclude<keyof Extract<ClassFact, { kind: K }>, 'kind' | 'at'>]: fc.Arbitrary<unknown> },
): fc.Arbitrary<ClassFact> {
  return fc.record({ kind: fc.constant(kind), at, ...fields }) as unknown as fc.Arbitrary<ClassFact>;
}

export const openedFact: ClassFact = {
  kind: 'class.opened',
  at: 1,
  class: '0'.repeat(32),
  code: '00000000',
  owner: 'owner',
  name: 'Teacher',
  tokenHash: 'owner',
};

/** Facts in any order, also such as are not valid when they come; the first opens the class. */
export const arbitraryFacts: fc.Arbitrary<readonly ClassFact[]> = fc
  .array(
    fc.oneof(
      fc.constant(openedFact),
      fact('class.locked', { isLocked: fc.boolean() }),
      fact('member.joined', { member, name, tokenHash: member }),
      fact('member.joined', { member, name, tokenHash: member }),
      fact('member.renamed', { member, name }),
      fact('member.removed', { member }),
      fact('drive.requested', { member }),
      fact('drive.declined', { member }),
      fact('drive.handed', { member }),
      fact('view.shown', {
        member,
        by: fc.constant('window'),
        view: fc.nat(3).map((cursor) => someView({ cursor, ...(cursor === 3 && { run: 'run-1' }) })),
      }),
      fact('question.asked', { question, isLive: fc.boolean() }),
      fact('question.answered', { member, question: number, round: number, choice }),
      fact('question.answered', { member, question: number, round: fc.constant(1), choice }),
      fact('question.closed', {}),
      fact('question.revealed', {}),
      fact('question.repeated', {}),
      fact('question.dismissed', {}),
      fact('trial.called', { lab: fc.constant('counter'), mode: fc.constant('free'), knobs: fc.constant({}) }),
      fact('trial.joined', { trial: number, member, run }),
      fact('trial.started', { trial: number, run }),
      fact('trial.observed', {
        trial: number,
        run,
        value: fc.constant({ en: 'yes', zh: '是' }),
        expected: fc.boolean(),
      }),
      fact('trial.lost', { trial: number, run }),
      fact('trial.closed', {}),
      fact('trial.dismissed', {}),
    ),
    { maxLength: 60, size: 'max' },
  )
  .map((facts) => [openedFact, ...facts]);

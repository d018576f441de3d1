import type { AskedAndAnswered, ClassSummary, ShownRun, TriedOut } from '@lockstep/lab';
import type { ClassState } from '../state/class-state.ts';
import { type Question, tallyOf } from '../state/questions.ts';
import type { Picture } from '../state/shown.ts';
import { countOutcomes, type Trial } from '../state/trials.ts';
import type { RunOutcomes } from './run-outcomes.ts';

/**
 * What is left of a class.
 * @param isForOwner only the owner learns who answered what and whose run was whose
 * @param outcomeOf how a run that was shown came out, if that can be known
 */
export async function summarizeClass(
  state: ClassState,
  isForOwner: boolean,
  outcomeOf: RunOutcomes,
): Promise<ClassSummary> {
  const { id, openedAt, endedAt, members, shown, questions, trials } = state;
  const nameOf = (member: string) => members.names.get(member) ?? '';
  const pictures: ShownRun[] = [];
  for (const picture of shown.pictures) {
    const outcome = await outcomeOf(picture);
    pictures.push({ ...picture, link: linkTo(picture), ...(outcome && { outcome }) });
  }
  return {
    class: id,
    name: nameOf(members.owner),
    openedAt,
    ...(endedAt !== undefined && { endedAt }),
    joined: members.all.size - 1,
    shown: pictures,
    questions: questions.all.map((question) => questionOf(question, isForOwner ? nameOf : undefined)),
    trials: trials.all.map((trial) => trialOf(trial, isForOwner ? nameOf : undefined)),
  };
}

/** Where the page shows it. */
function linkTo({ lab, mode, run }: Pick<Picture, 'lab' | 'mode' | 'run'>): string {
  return `/labs/${lab}?${run === undefined ? `mode=${mode}` : `run=${run}`}`;
}

function questionOf(
  { number, at, question, rounds }: Question,
  nameOf: ((member: string) => string) | undefined,
): AskedAndAnswered {
  const whoAnswered = new Set(rounds.flatMap((round) => [...round.keys()]));
  return {
    number,
    at,
    question,
    tallies: rounds.map(tallyOf),
    ...(nameOf && {
      answers: [...whoAnswered].map((member) => ({
        member,
        name: nameOf(member),
        choices: rounds.map((round) => round.get(member) ?? ''),
      })),
    }),
  };
}

function trialOf(trial: Trial, nameOf: ((member: string) => string) | undefined): TriedOut {
  const { number, at, lab, mode, knobs, runs } = trial;
  return {
    number,
    at,
    lab,
    mode,
    knobs,
    outcomes: countOutcomes(trial),
    runs: [...runs.values()].flatMap(({ run, member, outcome }) =>
      outcome
        ? [{ run, link: linkTo({ lab, mode, run }), ...outcome, ...(nameOf && { member, name: nameOf(member) }) }]
        : [],
    ),
  };
}

// The summary as one table: a row for each run that was shown, each choice of each round, each answer (for the owner),
// each outcome of a trial and each of its runs.
import type { AskedAndAnswered, ClassQuestion, ClassSummary, Language, Text, TriedOut } from '@lockstep/lab';
import type { LabLibrary } from '../../labs/lab-library.ts';

type Cell = string | number | undefined;

const COLUMNS = [
  'what',
  'number',
  'round',
  'time',
  'lab',
  'mode',
  'question',
  'choice',
  'right',
  'outcome',
  'expected',
  'count',
  'name',
  'link',
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], Cell>> & { readonly what: string };

/** @param origin goes before links, such as `http://10.0.0.5:4173` */
export function summaryRows(
  summary: ClassSummary,
  labs: LabLibrary,
  language: Language,
  origin: string,
): readonly (readonly Cell[])[] {
  const rows: readonly Row[] = [
    ...summary.shown.map(({ at, lab, mode, outcome, link }) => ({
      what: 'shown',
      time: isoTime(at),
      lab,
      mode,
      outcome: outcome?.value[language],
      expected: yesOrNo(outcome?.expected),
      link: origin + link,
    })),
    ...summary.questions.flatMap((asked) => questionRows(asked, labs, language)),
    ...summary.trials.flatMap((trial) => trialRows(trial, language, origin)),
  ];
  return [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))];
}

function questionRows(
  { number, at, question, tallies, answers = [] }: AskedAndAnswered,
  labs: LabLibrary,
  language: Language,
): readonly Row[] {
  const { text, choices, lab } = wordsOf(question, labs, language);
  const base = { number, time: isoTime(at), lab, question: text };
  const right = question.kind === 'own' && question.right !== undefined ? String(question.right) : undefined;
  return [
    ...tallies.flatMap((tally, index) =>
      [...choices].map(([id, choice]) => ({
        ...base,
        what: 'answers',
        round: index + 1,
        choice,
        right: yesOrNo(right === undefined ? undefined : id === right),
        count: tally[id] ?? 0,
      })),
    ),
    ...answers.flatMap(({ name, choices: chosen }) =>
      chosen.flatMap((id, index) =>
        id === ''
          ? []
          : [
              {
                ...base,
                what: 'answer',
                round: index + 1,
                choice: choices.get(id) ?? id,
                right: yesOrNo(right === undefined ? undefined : id === right),
                name,
              },
            ],
      ),
    ),
  ];
}

function wordsOf(question: ClassQuestion, labs: LabLibrary, language: Language) {
  if (question.kind === 'own')
    return {
      text: question.text,
      choices: new Map(question.choices.map((choice, index) => [String(index), choice])),
      lab: undefined,
    };
  const prediction = labs.get(question.lab)?.lab.predictions.find(({ id }) => id === question.prediction);
  return {
    text: prediction?.question[language] ?? question.prediction,
    choices: new Map(prediction?.choices.map(({ id, text }) => [id, text[language]])),
    lab: question.lab,
  };
}

function trialRows(
  { number, at, lab, mode, outcomes, runs }: TriedOut,
  language: Language,
  origin: string,
): readonly Row[] {
  const base = { number, time: isoTime(at), lab, mode };
  const cameOut = (outcome: { readonly value: Text; readonly expected?: boolean | undefined }) => ({
    outcome: outcome.value[language],
    expected: yesOrNo(outcome.expected),
  });
  return [
    ...outcomes.map((outcome) => ({ ...base, what: 'outcomes', ...cameOut(outcome), count: outcome.count })),
    ...runs.map((run) => ({ ...base, what: 'run', ...cameOut(run), name: run.name, link: origin + run.link })),
  ];
}

function yesOrNo(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'yes' : 'no';
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}

import type { Lab } from '@lockstep/lab';

const both = (text: string) => ({ en: text, zh: `${text}（中）` });

/** A small lab with one question for stepped runs, for tests: no test here depends on a lab of the course. */
export const sampleLab: Lab = {
  id: 'sample',
  track: 'E',
  place: 9,
  title: both('Sample'),
  summary: both('Two threads.'),
  caption: both('A figure'),
  sign: 'lanes',
  modes: ['stepped', 'free', 'search'],
  golden: [{ mode: 'stepped' }, { mode: 'free' }],
  knobs: [
    { id: 'rounds', kind: 'number', label: both('rounds'), initial: 2, min: 1, max: 4, step: 1 },
    { id: 'word', kind: 'text', label: both('word'), initial: 'hello', maxBytes: 8 },
    { id: 'lock', kind: 'toggle', label: both('lock'), initial: false, modes: ['stepped'] },
  ],
  actors: () => [],
  actorName: (actor) => both(actor),
  moments: [
    {
      id: 'stored',
      label: both('stored'),
      find: (trace) => trace.slice(0).find((event) => event.kind === 'value.written')?.seq,
    },
    { id: 'never', label: both('never'), find: () => undefined },
  ],
  predictions: [
    {
      id: 'final',
      modes: ['stepped'],
      question: both('What will it be?'),
      choices: [
        { id: 'zero', text: both('nought') },
        { id: 'one', text: both('one') },
      ],
      answer: (trace) => {
        const stored = trace.slice(0).find((event) => event.kind === 'value.written');
        return stored && { choice: 'one', seq: stored.seq };
      },
      afterwards: both('So it goes.'),
    },
  ],
  claims: [
    {
      id: 'safe',
      text: both('“It is safe.”'),
      verdict: (trace) =>
        trace.length > 3 ? { judgement: 'wrong', because: both('It was not.'), evidence: [3] } : undefined,
    },
  ],
};

import { threadScenario } from '@lockstep/threads';

/** A search has fewer at the table, and counts no meals: every operation more is a factor more schedules. */
export default threadScenario({
  program: 'program.js',
  knobs: ({ mode, knobs }) => ({
    ...knobs,
    philosophers: knobs[mode === 'search' ? 'searched' : 'philosophers'],
    meals: mode !== 'search' && mode !== 'stepped',
    pauseMs: mode === 'free' || mode === 'batch' ? knobs['pauseMs'] : 0,
  }),
});

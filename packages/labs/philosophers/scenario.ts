import { threadScenario } from '@lockstep/threads';

/** By hand and in a search no meals are counted: every operation more is a factor more schedules. */
export default threadScenario({
  program: 'program.js',
  knobs: ({ mode, knobs }) => ({
    ...knobs,
    philosophers: knobs[mode === 'free' || mode === 'batch' ? 'guests' : 'philosophers'],
    meals: mode !== 'search' && mode !== 'stepped',
    pauseMs: mode === 'free' || mode === 'batch' ? knobs['pauseMs'] : 0,
  }),
});

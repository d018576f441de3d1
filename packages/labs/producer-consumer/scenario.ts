import { threadScenario } from '@lockstep/threads';

/** By hand and in a search few buns show all, and no time passes. */
export default threadScenario({
  program: 'program.js',
  knobs: ({ mode, knobs }) => {
    if (mode === 'free' || mode === 'batch') return knobs;
    return { ...knobs, items: knobs[mode === 'search' ? 'searched' : 'few'], bakeMs: 0, eatMs: 0 };
  },
});

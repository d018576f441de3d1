import { threadScenario } from '@lockstep/threads';

/** By hand and in a search nobody dawdles, and few ticks show all. */
export default threadScenario({
  program: 'program.js',
  knobs: ({ mode, knobs }) =>
    mode === 'free' || mode === 'batch'
      ? { ...knobs, ticks: mode === 'free' ? knobs['manyTicks'] : 3 }
      : { ...knobs, ticks: mode === 'stepped' ? 3 : 2, intervalMs: 20, periodMs: 20, thinkMs: 0, workMs: 0 },
});

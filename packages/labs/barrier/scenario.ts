import { threadScenario } from '@lockstep/threads';

/** By hand and in a search nobody needs to be slow, and few show all. */
export default threadScenario({
  program: 'program.js',
  knobs: ({ mode, knobs }) =>
    mode === 'free' || mode === 'batch'
      ? { ...knobs, hikers: knobs['manyHikers'], stages: 3, walks: true }
      : { ...knobs, stages: 2, walks: false },
});

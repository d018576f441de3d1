import { threadScenario } from '@lockstep/threads';

/** By hand and in a search a pause shows nothing; a search tries few attempts, a free run many. */
export default threadScenario({
  program: 'program.js',
  knobs: ({ mode, knobs }) =>
    mode === 'free' || mode === 'batch'
      ? { ...knobs, threads: knobs['manyThreads'], tries: 20 }
      : { ...knobs, pauseMs: 0, tries: 2 },
});

import { threadScenario } from '@lockstep/threads';

/** By hand and in a search a pause shows nothing, and few threads show all. */
export default threadScenario({
  program: 'program.js',
  knobs: ({ mode, knobs }) =>
    mode === 'free' || mode === 'batch' ? { ...knobs, threads: knobs['manyThreads'] } : { ...knobs, pauseMs: 0 },
});

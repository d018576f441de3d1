import { threadScenario } from '@lockstep/threads';

/** Only a free gatekeeper needs to wait until all sleep. */
export default threadScenario({
  program: 'program.js',
  knobs: ({ mode, knobs }) => ({
    ...knobs,
    pauseMs: mode === 'free' || mode === 'batch' ? 50 : 0,
  }),
});

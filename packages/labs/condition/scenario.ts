import { threadScenario } from '@lockstep/threads';

/** In a search few sleepers show all; only a free gatekeeper needs to wait until they sleep. */
export default threadScenario({
  program: 'program.js',
  knobs: ({ mode, knobs }) => ({
    ...knobs,
    ...(mode === 'search' && { sleepers: 3, n: 1 }),
    pauseMs: mode === 'free' || mode === 'batch' ? 50 : 0,
  }),
});

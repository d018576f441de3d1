import { threadScenario } from '@lockstep/threads';

/** Looks that a thread may have: by hand enough, and so few in a search that it ends. */
const LOOKS = { stepped: 50, search: 2, free: 5000, batch: 5000 } as const;

/** By hand and in a search few consumers show all, and sleeping shows nothing. */
export default threadScenario({
  program: 'program.js',
  knobs: ({ mode, knobs }) =>
    mode === 'free' || mode === 'batch'
      ? { ...knobs, looks: LOOKS[mode], consumers: knobs['manyConsumers'] }
      : { ...knobs, looks: LOOKS[mode], makeMs: 0, pollMs: 0, share: 1 },
});

import { threadScenario } from '@lockstep/threads';

/** Rounds that can all be seen are few; rounds that are only counted may be many. */
const roundsOfMode = { stepped: 'rounds', search: 'rounds', free: 'freeRounds', batch: 'batchRounds' } as const;

export default threadScenario({
  program: 'program.js',
  knobs: ({ mode, knobs }) => ({
    ...knobs,
    rounds: knobs[roundsOfMode[mode]],
    windowUs: knobs[mode === 'free' ? 'freeWindowUs' : 'windowUs'],
  }),
});

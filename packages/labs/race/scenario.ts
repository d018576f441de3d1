import { threadScenario } from '@lockstep/threads';

const roundsOfMode = { stepped: 'rounds', search: 'rounds', free: 'freeRounds', batch: 'batchRounds' } as const;

export default threadScenario({
  program: 'program.js',
  knobs: ({ mode, knobs }) => ({ ...knobs, rounds: knobs[roundsOfMode[mode]] }),
});

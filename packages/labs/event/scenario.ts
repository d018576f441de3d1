import { threadScenario } from '@lockstep/threads';

/** By hand and in a search few passengers show all, and nobody needs to be slow. */
export default threadScenario({
  program: 'program.js',
  knobs: ({ mode, knobs }) =>
    mode === 'free' || mode === 'batch'
      ? {
          ...knobs,
          passengers: knobs['manyPassengers'],
          takesMs: knobs[knobs['story'] === 'bus' ? 'busMs' : 'checkMs'],
        }
      : { ...knobs, takesMs: 0, timeoutMs: 50 },
});

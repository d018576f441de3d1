import { threadScenario } from '@lockstep/threads';

/** By hand and in a search few cars show all. */
export default threadScenario({
  program: 'program.js',
  knobs: ({ mode, knobs }) =>
    mode === 'free' || mode === 'batch'
      ? { ...knobs, cars: knobs['manyCars'], places: knobs['manyPlaces'] }
      : { ...knobs, parkMs: 0 },
});

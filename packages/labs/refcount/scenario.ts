import { cpythonScenario, runReferenceCounts } from '@lockstep/processes';

export default cpythonScenario((run) =>
  runReferenceCounts(run, {
    functions: ['counting', 'allocating'],
    given: {
      weak: run.context.knobs['weak'] === true,
      old: run.context.knobs['old'] === true,
      boxes: Number(run.context.knobs['boxes']),
      collector: run.context.knobs['collector'] === true,
    },
  }),
);

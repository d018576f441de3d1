export { classroom, type DrawFate, type Fate, unspoilt } from './fate.ts';
export { createFaultProxy, type FaultProxy, type FaultProxyOptions } from './fault-proxy.ts';
export { afterLines, digestOfLines, type Follower, type FollowRunOptions, followRun } from './follow-run.ts';
export { connectLearner, type Learner, type LearnerOptions } from './learner.ts';
export { between, createRandom, type Random } from './random.ts';

export { scheduleAt } from '@lockstep/trace';
export { choicesOf, describeDeadlock, drive, type Ending } from './drive.ts';
export { type ExploreOptions, explore } from './explorer/explore.ts';
export type { Explored, Limit, Progress, SearchBounds, Tried } from './explorer/explored.ts';
export { findOrder, type OrderBounds } from './explorer/find-order.ts';
export { type Search, type SearchOptions, type SearchProgress, startSearch } from './explorer/search.ts';
export {
  SEARCH_LIMITS,
  type SearchBy,
  type SearchLimits,
  type SearchVerdict,
  type TriedSchedule,
} from './explorer/search-program.ts';
export type { State, StateLink, StateSpace } from './explorer/state-space.ts';
export {
  type FunctionThread,
  type FunctionThreadOptions,
  type ThreadNursery,
  withThreads,
} from './function/with-threads.ts';
export { GatedMachine } from './gate/gated-machine.ts';
export { type InterpretedProgram, Interpreter } from './gil/interpreter.ts';
export type { InterpreterContext, InterpreterThread } from './gil/interpreter-context.ts';
export { type DropReason, InterpreterLock, type LockWitness } from './gil/interpreter-lock.ts';
export { createLockMemory } from './gil/lock-memory.ts';
export { type InterpreterRunOptions, runInterpreters } from './gil/run-interpreters.ts';
export { measureOf, type Slice, type SliceMeasure } from './gil/slice-measure.ts';
export { STATE } from './live/board.ts';
export { Crew, type CrewOptions, Stopped } from './live/crew.ts';
export { type FreeEnd, runFreely } from './live/free-run.ts';
export { createRing, RingReader, RingWriter } from './live/ring.ts';
export { RingDrain } from './live/ring-drain.ts';
export { type Timing, timingOf } from './live/timing.ts';
export { areDependent, Model, waitForCycle } from './model/model.ts';
export { Barrier, barrier } from './primitives/barrier.ts';
export { compute } from './primitives/compute.ts';
export { Condition, condition } from './primitives/condition.ts';
export { Event, event } from './primitives/event.ts';
export { Future } from './primitives/future.ts';
export type { DoneCallback } from './primitives/future-table.ts';
export { Lock, lock } from './primitives/lock.ts';
export { Operation, type OperationOptions, type Program } from './primitives/operation.ts';
export { print } from './primitives/print.ts';
export { PythonError, type PythonErrorName } from './primitives/python-error.ts';
export { NONE } from './primitives/python-none.ts';
export { lifoQueue, priorityQueue, Queue, type QueueOptions, queue } from './primitives/queue.ts';
export { RLock, rlock } from './primitives/rlock.ts';
export { boundedSemaphore, Semaphore, semaphore } from './primitives/semaphore.ts';
export { SharedObject } from './primitives/shared-object.ts';
export { sleep } from './primitives/sleep.ts';
export { Thread, thread } from './primitives/thread.ts';
export { type PoolJob, ThreadPool, type ThreadPoolOptions, threadPool } from './primitives/thread-pool.ts';
export { Timer, timer } from './primitives/timer.ts';
export { Value, value } from './primitives/value.ts';
export type { Access, RealThread, Request, Step, Verb } from './primitives/verb.ts';
export type { ReturnWhen } from './primitives/wait-verbs.ts';
export {
  type Final,
  type Outcome,
  type ProgramInstance,
  type ProgramThread,
  type ThreadProgram,
  type ThreadProgramSpec,
  threadProgram,
} from './program.ts';
export { type ThreadScenario, type ThreadScenarioOptions, threadScenario } from './scenario/thread-scenario.ts';
export { ThreadProbe, type ThreadProbeOptions } from './thread-probe.ts';
export { runVirtually, type VirtualRunOptions } from './virtual/run-virtual.ts';
export { randomly, replay, roundRobin, type Situation, type Strategy } from './virtual/strategy.ts';
export { type StepMachine, VirtualMachine } from './virtual/virtual-machine.ts';

// The door for pages: what the programs and scenarios of labs import, and what a page needs to run them. Where
// something is not here (processes, the interpreter lock), a lab that imports it needs the server. The primitives, the
// model, the virtual machine, the explorer and all modes are the very same as Node's.
export { runOrder } from './explorer/run-order.ts';
export { runSearch } from './explorer/run-search.ts';
export type { SearchMessage } from './explorer/search.ts';
export { runThread } from './live/run-thread.ts';
export { type BrowserHost, type BrowserProgram, enterBrowser, hasSharedMemory } from './platform/browser.ts';
export type { Job, StartedWorker } from './platform/started-worker.ts';
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
export {
  type Final,
  type Outcome,
  type ProgramInstance,
  type ProgramThread,
  type ThreadProgram,
  type ThreadProgramSpec,
  threadProgram,
} from './program.ts';
export { type ThreadScenarioOptions, threadScenario } from './scenario/thread-scenario.ts';

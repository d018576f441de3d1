import { areDependent } from '../model/model.ts';
import { Thread } from '../primitives/thread.ts';
import type { Request } from '../primitives/verb.ts';
import type { VirtualMachine } from '../virtual/virtual-machine.ts';

/** May the order of these two steps matter, each of a thread of its own? */
export type Dependence = (one: number, request: Request, other: number, otherRequest: Request) => boolean;

/**
 * The model's dependence, and one that it cannot know: when the last other thread ends, the daemons are killed. So what
 * may end a thread depends on what a daemon does. A plain thread, as `main`, does not say which step is its last.
 * @param machine stands at its beginning, where daemons can be told by what they begin with
 */
export function dependenceOf(machine: VirtualMachine): Dependence {
  let daemons = 0;
  let plain = 0;
  for (let thread = 0; thread < machine.threadCount; thread++) {
    const itself = itselfIn(thread, machine.pending(thread));
    if (itself?.isDaemon === true) daemons |= 1 << thread;
    if (itself === undefined) plain |= 1 << thread;
  }
  if (daemons === 0) return (_, request, __, otherRequest) => areDependent(request, otherRequest);
  return (one, request, other, otherRequest) =>
    areDependent(request, otherRequest) ||
    (isDaemon(one) && mayEnd(other, otherRequest)) ||
    (isDaemon(other) && mayEnd(one, request));

  function isDaemon(thread: number): boolean {
    return (daemons & (1 << thread)) !== 0;
  }

  function mayEnd(thread: number, request: Request): boolean {
    return (plain & (1 << thread)) !== 0 || itselfIn(thread, request)?.isDaemon === false;
  }
}

/** A thread that another one starts begins and ends with an operation on itself. */
function itselfIn(thread: number, request: Request | undefined): Thread | undefined {
  const object = request?.object;
  return object instanceof Thread && object.actor === object.actors[thread] ? object : undefined;
}

// A thread is a function of the answers that it got. So all that it may ever do is a tree: a node is where it stands
// (its next operation), an edge is an answer. The tree grows as it is walked, and going back costs nothing: the explorer
// never starts a program again.
import type { Program } from '../primitives/operation.ts';
import { isPythonError, type PythonError } from '../primitives/python-error.ts';
import type { Request } from '../primitives/verb.ts';

/** What an operation gave: its answer, or the error it raised. */
export type Answer = number | PythonError;

/** Where a thread stands. */
export interface Place {
  /** Its next operation; undefined: it has finished. */
  readonly request: Request | undefined;
}

interface Node extends Place {
  readonly parent: Node | undefined;
  readonly answer: Answer;
  readonly next: Map<number | string, Node>;
  /** The generator that stands here. It can go on only once; for a second answer the way here is repeated. */
  generator: Program | undefined;
}

export interface ThreadTree {
  readonly root: Place;
  /** Where the thread stands after its operation at `place` gave this answer. */
  after(place: Place, answer: Answer): Place;
}

export function createThreadTree(body: () => Program): ThreadTree {
  const start = body();
  const root = nodeAt(start, start.next(), undefined, 0);

  function generatorAt(node: Node): Program {
    const here = node.generator;
    node.generator = undefined;
    if (here) return here;
    const way: Answer[] = [];
    for (let at = node; at.parent; at = at.parent) way.push(at.answer);
    const again = body();
    again.next();
    for (const answer of way.reverse()) resume(again, answer);
    return again;
  }

  return {
    root,
    after(place, answer) {
      const node = place as Node;
      const key = typeof answer === 'number' ? answer : String(answer);
      const known = node.next.get(key);
      if (known) return known;
      const generator = generatorAt(node);
      const next = nodeAt(generator, resume(generator, answer), node, answer);
      node.next.set(key, next);
      return next;
    },
  };
}

function nodeAt(generator: Program, at: IteratorResult<Request, void>, parent: Node | undefined, answer: Answer): Node {
  return {
    request: at.done ? undefined : at.value,
    parent,
    answer,
    next: new Map(),
    generator: at.done ? undefined : generator,
  };
}

/** Tells a thread what its operation gave. An error that it does not catch, now or after its `finally`, ends it, as in Python. */
export function resume(generator: Program, answer: Answer): IteratorResult<Request, void> {
  try {
    return typeof answer === 'number' ? generator.next(answer) : generator.throw(answer);
  } catch (error) {
    if (isPythonError(error)) return { done: true, value: undefined };
    throw error;
  }
}

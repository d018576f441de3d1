// Where classes are kept. A class is the fold of its facts, in their order; whoever keeps them decides that order and
// survives what the server does not. The embedded store is a file a class; with Redis, a stream a class, which several
// servers read.
import type { ClassFact } from './class-facts.ts';

/** The facts of one class. */
export interface ClassLog {
  /** Settles when the fact is kept and has been given to `onFact`, after all facts before it. */
  append(fact: ClassFact): Promise<void>;
  /** No more facts are given; what is kept stays. */
  close(): Promise<void>;
}

export interface RunsOfClasses {
  /** Class of a run. */
  readonly classOf: ReadonlyMap<string, string>;
  /** Runs of classes that go on. */
  readonly inUse: ReadonlySet<string>;
}

export interface ClassStore {
  /** A new class. Undefined: the code is taken. */
  create(id: string, code: string, onFact: (fact: ClassFact) => void): Promise<ClassLog | undefined>;
  /** Gives all facts that are kept, then each new one; settles after the former. Undefined: there is no such class. */
  open(id: string, onFact: (fact: ClassFact) => void): Promise<ClassLog | undefined>;
  /** The class that has this code. */
  find(code: string): Promise<string | undefined>;
  /** Forgets a code, so that nobody can join by it; the facts stay for the summary. */
  retire(code: string): Promise<void>;
  /** The runs that classes were shown or made, as far as this store can tell without opening them. */
  runs(): Promise<RunsOfClasses>;
  close(): Promise<void>;
}

import type { SharedObject } from './shared-object.ts';
import type { Request, Verb } from './verb.ts';

/**
 * Something that a thread asks for. It does nothing by itself: `yield*` hands it to whoever executes the program
 * (the kernel's threads, the gate, the virtual machine) and evaluates to the answer.
 *
 * @example const seen = yield* total.read()
 */
export class Operation<Answer> implements Request {
  readonly verb: Verb;
  readonly object: SharedObject;
  readonly argument: number;
  readonly name: string;
  readonly line: number;

  constructor(verb: Verb, object: SharedObject, argument: number, name: string) {
    this.verb = verb;
    this.object = object;
    this.argument = argument;
    this.name = name;
    this.line = lineHere === undefined ? 0 : lineHere();
  }

  // `any`: what comes in is decided by each operation, not by the generator.
  *[Symbol.iterator](): Generator<Request, Answer, any> {
    return yield this;
  }
}

/** What a thread runs: a generator of operations. */
export type Program = Generator<Request, void, any>;

/** Operations find their line when they are made, but only while somebody wants to know it. */
let lineHere: (() => number) | undefined;

/** Lets each new operation ask for its line; undefined: lines cost nothing. */
export function captureLines(findLine: (() => number) | undefined): void {
  lineHere = findLine;
}

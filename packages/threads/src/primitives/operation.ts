import type { SharedObject } from './shared-object.ts';
import { FOREVER, type Request, type Verb } from './verb.ts';

/** What belongs to some operations only. */
export interface OperationOptions<Answer> {
  /** What it is about, where that is not the object's name. */
  readonly name?: string;
  /** How long it waits at most, in ms; absent: without limit. */
  readonly timeoutMs?: number | undefined;
  /** What the thread gets, from the word that is the answer. */
  readonly read?: (answer: number) => Answer;
}

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
  readonly timeoutMs: number;
  readonly line: number;
  readonly #read: ((answer: number) => Answer) | undefined;

  constructor(verb: Verb, object: SharedObject, argument = 0, options: OperationOptions<Answer> = {}) {
    this.verb = verb;
    this.object = object;
    this.argument = argument;
    this.name = options.name ?? object.name;
    this.timeoutMs = options.timeoutMs === undefined ? FOREVER : Math.max(0, Math.round(options.timeoutMs));
    this.#read = options.read;
    this.line = lineHere === undefined ? 0 : lineHere();
  }

  // `any`: what comes in is decided by each operation, not by the generator.
  *[Symbol.iterator](): Generator<Request, Answer, any> {
    const answer = yield this;
    return this.#read === undefined ? answer : this.#read(answer);
  }
}

/** For answers that are yes (1) or no (0). */
export const asBoolean = (answer: number): boolean => answer !== 0;

/** What a thread runs: a generator of operations. */
export type Program<Answer = void> = Generator<Request, Answer, any>;

/** Operations find their line when they are made, but only while somebody wants to know it. */
let lineHere: (() => number) | undefined;

/** Lets each new operation ask for its line; undefined: lines cost nothing. */
export function captureLines(findLine: (() => number) | undefined): void {
  lineHere = findLine;
}

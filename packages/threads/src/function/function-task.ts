/** What a worker is given at its start. */
export interface FunctionTask {
  readonly url: string;
  readonly functionName: string;
  readonly argument: unknown;
}

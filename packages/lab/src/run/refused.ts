import type { Refusal } from '../messages.ts';

/** A request that is not granted. It is thrown where the reason is known and becomes the reply at the edge. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: Refusal['code'];

  constructor(code: Refusal['code'], message: string) {
    super(message);
    this.code = code;
  }

  get reply(): Refusal {
    return { ok: false, code: this.code, message: this.message };
  }
}

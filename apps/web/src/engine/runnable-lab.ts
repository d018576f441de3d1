import type { Lab, Scenario } from '@lockstep/lab';
import type { BrowserProgram } from '@lockstep/threads/browser';

/** A lab whose scenario runs in a page. */
export interface RunnableLab {
  readonly lab: () => Promise<Lab>;
  readonly scenario: () => Promise<Scenario>;
  readonly program: () => Promise<BrowserProgram>;
}

/** By id. */
export type RunnableLabs = Readonly<Record<string, RunnableLab>>;

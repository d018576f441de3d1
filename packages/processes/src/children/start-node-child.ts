import { compiled } from '../compiled.ts';
import type { Child } from './child.ts';
import type { Nursery } from './with-children.ts';

/** Which function of which compiled module is to run in a Node process of its own. */
export interface NodeChildOptions {
  /** Absolute path: `join(context.labDirectory, 'program.js')`. */
  readonly file: string;
  /** An export `(argument, tell) => …`; what it tells arrives here, and the child ends when it returns. */
  readonly functionName: string;
  /** It must survive JSON. */
  readonly argument: unknown;
  readonly onMessage: (message: unknown) => void;
}

const MEMORY_MIB = 128;

/** Starts a Node process that runs one function of ours. */
export function startNodeChild(nursery: Nursery, options: NodeChildOptions): Promise<Child> {
  const { file, functionName, argument, onMessage } = options;
  return nursery.start({
    command: process.execPath,
    args: [
      `--max-old-space-size=${MEMORY_MIB}`,
      compiled('children/node-child.main.js'),
      file,
      functionName,
      JSON.stringify(argument),
    ],
    onLine: (line) => onMessage(JSON.parse(line)),
  });
}

// Lines of operations in a page: the stack of an error says where in the bundled script an operation was created, and
// the script's source map says which line of program.ts that was.
import { createSourceMap, type EncodedSourceMap, type SourceMap } from './source-map.ts';

/** Frames between the line that we look for and this function, with some to spare. */
const FRAMES = 10;

/** The source that people see. Other files may lie in the same script. */
const PROGRAM = /\/labs\/[^/]+\/program\.ts$/;

/** `at add (https://host/a.js:1:23)` in V8, `add@https://host/a.js:1:23` elsewhere: both end in line and column. */
const PLACE = /((?:https?|file|blob):.*?):(\d+):(\d+)\)?\s*$/;

/**
 * Makes a function that finds the line of program.ts from which it is called, directly or not. Undefined: there is no
 * source map, so lines cannot be known.
 * @param builtAt address of the script in which the program lies
 */
export async function createProgramLines(builtAt: string): Promise<(() => number) | undefined> {
  const map = await fetchSourceMap(`${builtAt}.map`);
  return map && (() => lineIn(stackHere(), builtAt, map));
}

/** The first frame of a stack that lies in program.ts, as its line; 0: none does. */
export function lineIn(stack: string, builtAt: string, map: SourceMap): number {
  for (const frame of stack.split('\n')) {
    const place = PLACE.exec(frame);
    if (place?.[1] !== builtAt) continue;
    const original = map.find(Number(place[2]), Number(place[3]));
    if (original && PROGRAM.test(original.source)) return original.line;
  }
  return 0;
}

function stackHere(): string {
  const settings = Error as { stackTraceLimit?: number };
  const { stackTraceLimit } = settings;
  settings.stackTraceLimit = FRAMES;
  const { stack } = new Error('where am I?');
  if (stackTraceLimit === undefined) delete settings.stackTraceLimit;
  else settings.stackTraceLimit = stackTraceLimit;
  return stack ?? '';
}

async function fetchSourceMap(url: string): Promise<SourceMap | undefined> {
  try {
    const response = await fetch(url);
    return response.ok ? createSourceMap((await response.json()) as EncodedSourceMap) : undefined;
  } catch {
    return undefined;
  }
}

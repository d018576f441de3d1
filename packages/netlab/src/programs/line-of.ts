// The line of program.ts that made a call: the topmost frame of the stack that lies in the compiled program, carried
// over by its source map.
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The line of one program, from 1, in which a stack was taken; undefined when the stack does not pass through it. */
export type LineOf = (stack: string) => number | undefined;

/** @param programUrl file URL of the compiled program; the `.map` beside it is used where there is one. */
export function createLineOf(programUrl: string): LineOf {
  const map = readSourceMap(programUrl);
  return (stack) => {
    const place = placeIn(stack, programUrl);
    if (!place || !map) return place?.line;
    const entry = map.findEntry(place.line - 1, place.column - 1);
    return 'originalLine' in entry ? entry.originalLine + 1 : undefined;
  };
}

function placeIn(stack: string, programUrl: string): { line: number; column: number } | undefined {
  const start = stack.indexOf(`${programUrl}:`);
  if (start < 0) return undefined;
  const match = /^(\d+):(\d+)/.exec(stack.slice(start + programUrl.length + 1));
  return match ? { line: Number(match[1]), column: Number(match[2]) } : undefined;
}

function readSourceMap(programUrl: string): SourceMap | undefined {
  const path = `${fileURLToPath(programUrl)}.map`;
  return existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
}

// A lab writes its program twice, and lines that do the same thing end in the same mark: `# [3]` in program.py, `// [3]`
// in program.ts. Python runs the one; an event's `line` is a line of the other.
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A lab's program in both languages, tied by its marks. */
export interface ProgramText {
  /** Absolute path of program.py. */
  readonly path: string;
  /** Line of program.ts, from 1, that carries the mark. */
  lineOf(mark: number | undefined): number | undefined;
  /** What stands on the line of program.py that carries the mark. */
  statementOf(mark: number): string;
}

const MARK = /\S.*(?:#|\/\/) \[(\d+)\]\s*$/;

/** @param labDirectory of the compiled lab: `dist/<id>`; the sources lie beside `dist` */
export async function readProgramText(labDirectory: string): Promise<ProgramText> {
  const folder = join(dirname(labDirectory), '..', basename(labDirectory));
  const path = join(folder, 'program.py');
  const [python, typescript] = await Promise.all([
    readFile(path, 'utf8'),
    readFile(join(folder, 'program.ts'), 'utf8'),
  ]);
  const lines = marksOf(typescript);
  const statements = new Map(
    [...marksOf(python)].map(([mark, line]) => [mark, withoutMark(python.split('\n')[line - 1] as string)]),
  );
  return {
    path,
    lineOf: (mark) => (mark === undefined ? undefined : lines.get(mark)),
    statementOf: (mark) => statements.get(mark) ?? '',
  };
}

/** Line of each mark, from 1. */
function marksOf(text: string): ReadonlyMap<number, number> {
  return new Map(
    text.split('\n').flatMap((line, index): [number, number][] => {
      const mark = MARK.exec(line.trim())?.[1];
      return mark === undefined ? [] : [[Number(mark), index + 1]];
    }),
  );
}

function withoutMark(line: string): string {
  return line.replace(/\s*# \[\d+\]\s*$/, '').trim();
}

/** Finds where a place in a bundled script comes from. */
export interface SourceMap {
  /**
   * @param line from 1
   * @param column from 1
   */
  find(line: number, column: number): Original | undefined;
}

/** What we need of such a file. */
export interface EncodedSourceMap {
  readonly sources: readonly string[];
  readonly mappings: string;
}

export interface Original {
  readonly source: string;
  /** From 1. */
  readonly line: number;
}

interface Segment {
  readonly column: number;
  readonly source: number;
  readonly line: number;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** A digit has five bits of a number, least significant first, and a bit that says that more follow. */
const CONTINUES = 32;

/**
 * Reads a source map of version 3; of what it maps, only sources and lines.
 * @see https://tc39.es/ecma426/
 */
export function createSourceMap({ sources, mappings }: EncodedSourceMap): SourceMap {
  const lines = readMappings(mappings);
  return {
    find(line, column) {
      const segment = lines[line - 1]?.findLast((candidate) => candidate.column <= column - 1);
      if (!segment) return undefined;
      const source = sources[segment.source];
      return source === undefined ? undefined : { source, line: segment.line + 1 };
    },
  };
}

/** Columns count within their line, sources and lines from one segment to the next. */
function readMappings(mappings: string): readonly (readonly Segment[])[] {
  let source = 0;
  let line = 0;
  return mappings.split(';').map((group) => {
    let column = 0;
    const segments: Segment[] = [];
    for (const text of group === '' ? [] : group.split(',')) {
      const [columns = 0, sources, rows = 0] = readNumbers(text);
      column += columns;
      if (sources === undefined) continue;
      source += sources;
      line += rows;
      segments.push({ column, source, line });
    }
    return segments;
  });
}

function readNumbers(text: string): readonly number[] {
  const numbers: number[] = [];
  let number = 0;
  let shift = 0;
  for (const character of text) {
    const digit = DIGITS.indexOf(character);
    number |= (digit & (CONTINUES - 1)) << shift;
    if (digit & CONTINUES) shift += 5;
    else {
      numbers.push(number & 1 ? -(number >>> 1) : number >>> 1);
      number = 0;
      shift = 0;
    }
  }
  return numbers;
}

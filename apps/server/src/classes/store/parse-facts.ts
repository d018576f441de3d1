import { type ClassFact, classFact } from '../class-facts.ts';

const LINE_BREAK = 0x0a;

export interface ParsedFacts {
  readonly facts: readonly ClassFact[];
  /** Bytes up to the last fact that can be read; what comes after must be cut. */
  readonly soundBytes: number;
}

/** Reads a class's file up to the first line that is torn or is no fact: behind it nothing can be trusted. */
export function parseFacts(bytes: Buffer): ParsedFacts {
  const facts: ClassFact[] = [];
  let soundBytes = 0;
  for (let end = bytes.indexOf(LINE_BREAK); end >= 0; end = bytes.indexOf(LINE_BREAK, soundBytes)) {
    const fact = parseFact(bytes.toString('utf8', soundBytes, end));
    if (!fact || (facts.length === 0) !== (fact.kind === 'class.opened')) break;
    facts.push(fact);
    soundBytes = end + 1;
  }
  return { facts, soundBytes };
}

/** The first fact and the last one that is whole, without reading what is between. */
export function parseEnds(bytes: Buffer): {
  readonly first: ClassFact | undefined;
  readonly last: ClassFact | undefined;
} {
  const end = bytes.lastIndexOf(LINE_BREAK);
  if (end < 0) return { first: undefined, last: undefined };
  const lastStart = end === 0 ? 0 : bytes.lastIndexOf(LINE_BREAK, end - 1) + 1;
  return {
    first: parseFact(bytes.toString('utf8', 0, bytes.indexOf(LINE_BREAK))),
    last: parseFact(bytes.toString('utf8', lastStart, end)),
  };
}

export function serializeFact(fact: ClassFact): string {
  return `${JSON.stringify(fact)}\n`;
}

function parseFact(line: string): ClassFact | undefined {
  try {
    const parsed = classFact.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

// Source texts as listings. A lab writes its program twice, line for line; lines that do the same thing end in the same
// footnote, `# [3]` in Python and `// [3]` in TypeScript. An event names a line of the TypeScript text, and the footnote
// finds the Python line.

export type ListingLanguage = 'python' | 'typescript';

export interface ListingLine {
  /** From 1, in its file. */
  readonly number: number;
  /** Without its footnote. */
  readonly text: string;
  readonly footnote: string | undefined;
}

/** A program in both languages, as the files stand in the lab's folder. */
export type ProgramTexts = Readonly<Record<ListingLanguage, string>>;

/** One function of a program. */
export interface Section {
  readonly name: string;
  readonly lines: readonly ListingLine[];
}

const FOOTNOTE = /\s*(?:#|\/\/)\s*\[(\d+)\]\s*$/;
const HEADS: Readonly<Record<ListingLanguage, RegExp>> = {
  python: /^(?:async\s+)?def\s+(\w+)/,
  typescript: /^(?:export\s+)?(?:async\s+)?function\s*\*?\s*(\w+)/,
};

export function linesOf(text: string): readonly ListingLine[] {
  return text.split('\n').map((line, index) => ({
    number: index + 1,
    text: line.replace(FOOTNOTE, '').trimEnd(),
    footnote: FOOTNOTE.exec(line)?.[1],
  }));
}

/** The functions of a text, each from its head to the last line before something stands at the margin again. */
export function sectionsOf(text: string, language: ListingLanguage): readonly Section[] {
  const lines = linesOf(text);
  const sections: Section[] = [];
  for (const [index, line] of lines.entries()) {
    const name = HEADS[language].exec(line.text)?.[1];
    if (name === undefined) continue;
    const after = lines.findIndex((one, at) => at > index && /^\S/.test(one.text));
    const isClosing = after >= 0 && lines[after]?.text.startsWith('}') === true;
    const end = after < 0 ? lines.length : isClosing ? after + 1 : after;
    const body = lines.slice(index, end);
    while (body.at(-1)?.text === '') body.pop();
    sections.push({ name, lines: body });
  }
  return sections;
}

/** The line to show for a line of program.ts; undefined when the other text has no line with its footnote. */
export function lineIn(program: ProgramTexts, language: ListingLanguage, line: number): number | undefined {
  if (language === 'typescript') return line;
  const footnote = linesOf(program.typescript)[line - 1]?.footnote;
  if (footnote === undefined) return undefined;
  return linesOf(program.python).find((one) => one.footnote === footnote)?.number;
}

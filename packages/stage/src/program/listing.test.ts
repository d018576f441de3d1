import { describe, expect, it } from 'vitest';
import { lineIn, linesOf, type ProgramTexts, sectionsOf } from './listing.ts';
import { piecesOf } from './tinted.tsx';

const program: ProgramTexts = {
  python: `import socket


def client(host):
    s = socket.socket()   # [1]
    s.connect(host)       # [2]


def server():
    pass                  # [3]
`,
  typescript: `import { socket } from 'x';

export function* client({ host }: A): Program {
  const s = yield* socket(); // [1]
  yield* s.connect(host); // [2]
}

export function* server(): Program {
  yield* nothing(); // [3]
}

// [1] What this is about.
`,
};

describe('listings', () => {
  it('hide the footnotes that tie the two programs together', () => {
    expect(linesOf(program.python)[4]).toEqual({ number: 5, text: '    s = socket.socket()', footnote: '1' });
    expect(linesOf('x = 1  # why')[0]).toMatchObject({ text: 'x = 1  # why', footnote: undefined });
  });

  it('are cut into functions', () => {
    expect(
      sectionsOf(program.python, 'python').map(({ name, lines }) => [name, lines[0]?.number, lines.length]),
    ).toEqual([
      ['client', 4, 3],
      ['server', 9, 2],
    ]);
    expect(sectionsOf(program.typescript, 'typescript').map(({ name, lines }) => [name, lines.at(-1)?.text])).toEqual([
      ['client', '}'],
      ['server', '}'],
    ]);
  });

  it('find the Python line of a TypeScript line', () => {
    expect(lineIn(program, 'typescript', 5)).toBe(5);
    expect(lineIn(program, 'python', 5)).toBe(6);
    expect(lineIn(program, 'python', 3)).toBeUndefined();
  });
});

describe('tinting', () => {
  it('keeps every character and knows comments, strings and keywords', () => {
    const line = '    if s == "a # b":  # yes';
    const pieces = piecesOf(line);
    expect(pieces.map((piece) => piece.text).join('')).toBe(line);
    expect(pieces.filter((piece) => piece.ink !== 'plain').map(({ text, ink }) => `${ink} ${text}`)).toEqual([
      'keyword if',
      'text "a # b"',
      'comment # yes',
    ]);
  });
});

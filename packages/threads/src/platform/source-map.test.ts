import { expect, test } from 'vitest';
import { lineIn } from './program-lines.ts';
import { createSourceMap } from './source-map.ts';

/** Two sources in one line: column 0 is line 3 of the program, column 8 line 2 of another, column 24 line 20 of the program. */
const map = createSourceMap({
  sources: ['../labs/a/program.ts', '../labs/a/story.ts'],
  mappings: ';AAEA,QCDA,gBDkBA',
});

test('a place belongs to the last segment that begins at or before it', () => {
  expect(map.find(2, 1)).toEqual({ source: '../labs/a/program.ts', line: 3 });
  expect(map.find(2, 8)).toEqual({ source: '../labs/a/program.ts', line: 3 });
  expect(map.find(2, 9)).toEqual({ source: '../labs/a/story.ts', line: 2 });
  expect(map.find(2, 400)).toEqual({ source: '../labs/a/program.ts', line: 20 });
});

test('a line without segments comes from nowhere', () => {
  expect(map.find(1, 1)).toBeUndefined();
  expect(map.find(9, 1)).toBeUndefined();
});

const SCRIPT = 'https://host/some/path/assets/program-x.js';

test.each([
  [
    'V8',
    `Error: where am I?\n    at here (https://host/other.js:2:1)\n    at add (${SCRIPT}:2:30)\n    at run (${SCRIPT}:2:1)`,
  ],
  ['Firefox and Safari', `here@https://host/other.js:2:1\nadd@${SCRIPT}:2:30\nrun@${SCRIPT}:2:1`],
])('in a stack of %s the first frame of the program says the line', (_, stack) => {
  expect(lineIn(stack, SCRIPT, map)).toBe(20);
});

test('frames of what lies in the same script but is not the program are passed over', () => {
  expect(lineIn(`at helper (${SCRIPT}:2:10)\n at add (${SCRIPT}:2:2)`, SCRIPT, map)).toBe(3);
});

test('a stack without the program has no line', () => {
  expect(lineIn('at here (https://host/other.js:2:1)', SCRIPT, map)).toBe(0);
});

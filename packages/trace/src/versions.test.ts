// Every version that was ever written must open. The files in `fixtures` are never changed: a new version adds its own.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FORMAT_VERSION, kindNames, parseColumns, parseTrace, serializeTrace } from './index.ts';

const folder = new URL('fixtures/', import.meta.url);
const files = readdirSync(folder);
const versions = Array.from({ length: FORMAT_VERSION }, (_, index) => index + 1);

test.each(versions)('a recording of version %i opens in both forms, and they say the same', (version) => {
  const lines = parseTrace(readFileSync(new URL(`version-${version}.jsonl`, folder), 'utf8'));
  const columns = parseColumns(readFileSync(new URL(`version-${version}.columns`, folder)));
  expect(lines.header.version).toBe(FORMAT_VERSION);
  expect(serializeTrace(columns)).toBe(serializeTrace(lines));
  expect(lines.length).toBeGreaterThan(90);
});

test('the files of each version are there, with the kinds of their time', () => {
  expect(files.toSorted()).toEqual(
    versions.flatMap((version) => [`version-${version}.columns`, `version-${version}.jsonl`]),
  );
  const first = readFileSync(new URL('version-1.jsonl', folder), 'utf8');
  const told = new Set(first.split('\n').map((line) => /"kind":"([^"]+)"/.exec(line)?.[1]));
  expect(kindNames.filter((kind) => told.has(kind)).length).toBeGreaterThan(90);
});

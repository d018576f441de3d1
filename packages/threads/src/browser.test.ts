// The door for pages leads nowhere into Node: its imports are followed, as a bundler does.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const here = import.meta.dirname;
const { imports, exports } = JSON.parse(readFileSync(join(here, '../package.json'), 'utf8'));

/** All that is imported from a file on, but types: ours as paths, the rest as it stands there. */
function reachedFrom(door: string, platform: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const follow = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    const found = readFileSync(file, 'utf8').matchAll(/^(?:import|export)(?! type\b)[^'"]*?['"]([^'"]+)['"]/gm);
    for (const [, from] of found) {
      const path =
        from === '#platform'
          ? platform
          : (from as string).startsWith('.')
            ? join(dirname(file), from as string)
            : undefined;
      if (path !== undefined && existsSync(path)) follow(path);
      else reached.add(from as string);
    }
  };
  follow(door);
  return reached;
}

const nodes = (reached: ReadonlySet<string>) => [...reached].filter((from) => from.startsWith('node:'));
const inPackage = (path: string) => join(here, '..', path);

test('what a page gets imports nothing of Node', () => {
  const reached = reachedFrom(inPackage(exports['.'].browser), inPackage(imports['#platform'].browser));
  expect([...reached].some((file) => file.endsWith('gated-machine.ts'))).toBe(true);
  expect(nodes(reached)).toEqual([]);
});

test('what Node gets does', () => {
  const reached = reachedFrom(inPackage(exports['.'].source), inPackage(imports['#platform'].source));
  expect(nodes(reached)).toContain('node:worker_threads');
});

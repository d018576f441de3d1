// The fences of the house hold: each violation is planted in a copy of the place where it would stand, and must be
// caught by the linter (imports, globals) or by the compiler (what a package can see at all).
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'lockstep-fences-'));
  cpSync(join(root, '.oxlintrc.json'), join(copy, '.oxlintrc.json'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function plant(file: string, code: string): string {
  const path = join(copy, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, code);
  return path;
}

function lint(file: string, code: string): { readonly caught: boolean; readonly words: string } {
  const path = plant(file, code);
  const run = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), path], {
    cwd: copy,
    encoding: 'utf8',
  });
  rmSync(path);
  return { caught: run.status !== 0, words: run.stdout };
}

describe('the linter catches', () => {
  test.each([
    ['trace importing lab', 'packages/trace/src/x.ts', "import '@lockstep/lab'"],
    ['trace importing Node', 'packages/trace/src/x.ts', "import 'node:fs'"],
    ['packet importing trace', 'packages/packet/src/x.ts', "import '@lockstep/trace'"],
    ['lab importing threads', 'packages/lab/src/x.ts', "import '@lockstep/threads'"],
    ['threads importing stage', 'packages/threads/src/x.ts', "import '@lockstep/stage'"],
    ['netlab importing threads', 'packages/netlab/src/x.ts', "import '@lockstep/threads'"],
    ['processes importing threads', 'packages/processes/src/x.ts', "import '@lockstep/threads'"],
    ['crowd importing the server', 'packages/crowd/src/x.ts', "import '@lockstep/server'"],
    ['stage importing lab', 'packages/stage/src/x.tsx', "import '@lockstep/lab'"],
    ['a lab importing another lab', 'packages/labs/a/lab.ts', "import '../b/lab.ts'"],
    ['a lab’s data importing Node', 'packages/labs/a/lab.ts', "import 'node:fs'"],
    ['a lab’s data importing threads', 'packages/labs/a/lab.ts', "import '@lockstep/threads'"],
    ['a scenario importing a drawing', 'packages/labs/a/scenario.ts', "import '@lockstep/stage'"],
    ['a view importing threads', 'packages/labs/a/view.tsx', "import '@lockstep/threads'"],
    ['a view importing processes', 'packages/labs/a/view.tsx', "import '@lockstep/processes'"],
    ['the page importing the server', 'apps/web/src/x.ts', "import '@lockstep/server'"],
    ['the page importing threads', 'apps/web/src/x.ts', "import '@lockstep/threads/browser'"],
    ['the engine in the page importing processes', 'apps/web/src/engine/x.ts', "import '@lockstep/processes'"],
    ['the page importing netlab', 'apps/web/src/x.ts', "import '@lockstep/netlab'"],
    ['the page importing processes', 'apps/web/src/x.ts', "import '@lockstep/processes'"],
    ['the server importing Redis', 'apps/server/src/sockets/x.ts', "import 'ioredis'"],
    ['the cluster importing stage', 'apps/server/src/cluster/x.ts', "import '@lockstep/stage'"],
    ['the server importing stage', 'apps/server/src/x.ts', "import '@lockstep/stage'"],
  ])('%s', (_, file, code) => {
    const { caught, words } = lint(file, `${code};\n`);
    expect(words).toContain('no-restricted-imports');
    expect(caught).toBe(true);
  });

  test.each([
    ['a clock in trace', 'packages/trace/src/x.ts', 'export const now = Date.now();'],
    ['a timer in a drawing', 'packages/stage/src/x.ts', 'setTimeout(() => undefined, 1);'],
    ['chance in a drawing', 'packages/stage/src/x.ts', 'export const x = Math.random();'],
    ['fetching in a view', 'packages/labs/a/view.tsx', "void fetch('/');"],
    ['a clock in the model of threads', 'packages/threads/src/model/x.ts', 'export const now = performance.now();'],
  ])('%s', (_, file, code) => {
    const { caught, words } = lint(file, `${code}\n`);
    expect(words).toContain('no-restricted');
    expect(caught).toBe(true);
  });

  test('nothing where nothing is wrong', () => {
    expect(lint('packages/threads/src/x.ts', "import '@lockstep/trace';\n").caught).toBe(false);
    expect(lint('packages/labs/a/scenario.ts', "import '@lockstep/netlab';\n").caught).toBe(false);
  });
});

describe('the compiler hides', () => {
  test.each([
    ['process from trace', 'packages/trace', 'export const x = process;'],
    ['window from trace', 'packages/trace', 'export const x = window;'],
    ['window from threads', 'packages/threads', 'export const x = window;'],
    ['process from stage', 'packages/stage', 'export const x = process;'],
    ['process from a lab', 'packages/labs', 'export const x = process;'],
  ])('%s', (_, packageFolder, code) => {
    const file = plant(`${packageFolder}/planted.ts`, `${code}\n`);
    const project = plant(
      `${packageFolder}/tsconfig.json`,
      JSON.stringify({
        extends: join(root, packageFolder, 'tsconfig.json'),
        compilerOptions: { noEmit: true, composite: false, rootDir: '.' },
        include: [file],
        exclude: [],
        references: [],
      }),
    );
    const run = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project], {
      encoding: 'utf8',
    });
    expect(run.stdout).toMatch(/Cannot find name '(process|window)'/);
  });
});

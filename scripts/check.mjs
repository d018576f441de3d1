// Everything that can be said about the code without a browser. Run it before each commit.
import { node, setUp } from './set-up.mjs';

export function check({ vitestArgs = [] } = {}) {
  node('lock file', 'scripts/lockcheck.mjs');
  node('types', 'node_modules/typescript/bin/tsc', ['-b']);
  node('lint', 'node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']);
  node('format', 'node_modules/@biomejs/biome/bin/biome', ['ci', '.']);
  node('dead code', 'node_modules/knip/bin/knip.js');
  node('unit and scenario tests', 'node_modules/vitest/vitest.mjs', ['run', ...vitestArgs]);
}

if (process.argv[1]?.endsWith('check.mjs')) {
  setUp();
  check();
}

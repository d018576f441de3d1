import { spawnSync } from 'node:child_process';

/**
 * Workers and child processes run compiled code, so compile before any test (0.3 s when nothing changed). Type errors
 * are the business of `npm run typecheck`, which `npm run check` and `npm test` run first; here they are only printed.
 */
export default function setup(): void {
  spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'tsconfig.build.json'], { stdio: 'inherit' });
}

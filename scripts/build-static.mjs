// `npm run build:static [folder]`: the site for any static host, in dist/static or where it is told.
import { copyFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { node, root, setUp } from './set-up.mjs';

const folder = resolve(process.argv[2] ?? resolve(root, 'dist/static'));
setUp();
buildStatic(folder);
console.log(`The site is in ${folder}. Any static host serves it; README.md in it says how.`);

/** Everything else has been compiled before. */
function buildStatic(to) {
  const env = { ...process.env, LOCKSTEP_STATIC_DIRECTORY: to };
  const args = ['build', '--config', 'vite.static.config.ts', '--logLevel', 'warn'];
  node('the static site', 'node_modules/vite/bin/vite.js', args, { cwd: resolve(root, 'apps/web'), env });
  copyFileSync(resolve(root, 'apps/web/dist/single-file.html'), resolve(to, 'single-file.html'));
}

// Fails when package-lock.json misses a platform binary that some package names:
// such a lock breaks `npm ci` and other platforms.
import { readFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(process.argv[2] ?? 'package-lock.json', 'utf8')).packages;
let bad = 0;
for (const [at, p] of Object.entries(lock))
  for (const d of Object.keys(p.optionalDependencies ?? {})) {
    let dir = at,
      found = false;
    for (;;) {
      if (lock[`${dir ? `${dir}/` : ''}node_modules/${d}`]) {
        found = true;
        break;
      }
      if (!dir) break;
      const i = dir.lastIndexOf('/node_modules/');
      dir = i >= 0 ? dir.slice(0, i) : '';
    }
    if (!found) {
      bad++;
      console.log(`${at}@${p.version} -> ${d} missing from lock`);
    }
  }
console.log(bad ? `${bad} missing` : 'lock complete');
process.exit(bad ? 1 : 0);

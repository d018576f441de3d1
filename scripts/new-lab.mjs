// `npm run new-lab <id>`: copies the living template, packages/labs/_template, into a folder of its own, and makes its
// golden recording by a real run.
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, root, setUp } from './set-up.mjs';

const [id] = process.argv.slice(2);
if (!id || !/^[a-z][a-z0-9-]*$/.test(id)) {
  console.error('npm run new-lab <id>: an id is lower case letters, digits and hyphens, e.g. semaphore');
  process.exit(1);
}
const folder = join(root, 'packages/labs', id);
if (existsSync(folder)) {
  console.error(`there is already a lab ${id}`);
  process.exit(1);
}
cpSync(join(root, 'packages/labs/_template'), folder, { recursive: true });
for (const file of ['lab.ts', 'lab.test.ts']) {
  const path = join(folder, file);
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replaceAll("'template'", `'${id}'`).replaceAll("'_template'", `'${id}'`),
  );
}
setUp();
node('golden recording', 'scripts/record.mjs', [id]);
console.log(
  `packages/labs/${id} is there and runs: npm start, then open /labs/${id}. CONTRIBUTING.md says what to write.`,
);

// `npm run new-lab <id>`: copies the living template, packages/labs/_template, into a folder of its own.
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './set-up.mjs';

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
for (const file of readdirSync(folder)) {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text
      .replaceAll("id: 'template'", `id: '${id}'`)
      .replaceAll('labs/_template', `labs/${id}`)
      .replaceAll("'_template'", `'${id}'`)
      .replaceAll('"lab":"template"', `"lab":"${id}"`),
  );
}
console.log(
  `packages/labs/${id} is there. Next: npm start, then open /labs/${id}. CONTRIBUTING.md says what to write.`,
);

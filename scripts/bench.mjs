// `npm run bench [name]`: runs the benchmarks one after the other, each alone in a process of its own.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { node, root, setUp } from './set-up.mjs';

/** What the benchmarks are made of, as against the benchmarks themselves. */
const PARTS = ['compare', 'figure'];

setUp();
const all = readdirSync(join(root, 'bench/src'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
  .filter((name) => !PARTS.includes(name) && !name.includes('.'));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`no such benchmark: ${unknown.join(', ')}; there are: ${all.join(', ')}`);
  process.exit(1);
}
for (const name of wanted.length > 0 ? wanted : all) node(`bench ${name}`, `bench/dist/${name}.js`);

// `npm run record <lab> [mode …]`: makes the lab's golden recordings by real runs on this machine, as its lab.ts plans.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, setUp } from './set-up.mjs';

const [id, ...modes] = process.argv.slice(2);
if (!id) {
  console.error('npm run record <lab> [mode …]');
  process.exit(1);
}
setUp();
await record(id, modes);

async function record(id, modes) {
  const { recordRun } = await import('../apps/server/dist/record-run.js');
  const { goldenFile } = await import('@lockstep/lab');
  const { default: lab } = await import(`../packages/labs/dist/${id}/lab.js`);
  const plans = lab.golden.filter((plan) => modes.length === 0 || modes.includes(plan.mode));
  if (plans.length === 0)
    throw new Error(`${id} plans recordings of: ${lab.golden.map((plan) => plan.mode).join(', ')}`);
  const directory = mkdtempSync(join(tmpdir(), 'lockstep-record-'));
  try {
    for (const plan of plans) {
      const text = readFileSync(await recordRun(id, plan, directory), 'utf8');
      const [header, ...events] = text.split('\n');
      const file = goldenFile(lab, plan.mode);
      const golden = JSON.stringify({ ...JSON.parse(header), golden: true });
      writeFileSync(join(root, 'packages/labs', id, file), [golden, ...events].join('\n'));
      console.log(`packages/labs/${id}/${file}: ${events.length - 1} events`);
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

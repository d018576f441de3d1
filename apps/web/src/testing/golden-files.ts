import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lab } from '@lockstep/lab';
import { parseTrace, type Trace } from '@lockstep/trace';
import { loadLab } from '../labs/lab-parts.ts';

const folder = fileURLToPath(new URL('../../../../packages/labs', import.meta.url));

/** Every golden recording of every lab, found by listing. */
export const goldenFiles = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .flatMap(({ name: lab }) =>
    readdirSync(join(folder, lab))
      .filter((file) => /^recording(\.\w+)?\.jsonl$/.test(file))
      .map((file) => ({ lab, file })),
  );

export async function readGolden(id: string, file: string): Promise<{ readonly trace: Trace; readonly lab: Lab }> {
  const lab = await loadLab(id);
  if (!lab) throw new Error(`there is no lab ${id}`);
  return { lab, trace: parseTrace(readFileSync(join(folder, id, file), 'utf8')) };
}

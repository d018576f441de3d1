import { rmSync } from 'node:fs';
import { dataFolder } from './data-folder.ts';

/** The recordings of the test server are not kept. */
export default function removeData(): void {
  rmSync(dataFolder, { recursive: true, force: true });
}

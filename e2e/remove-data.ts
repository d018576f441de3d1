import { rmSync } from 'node:fs';

/** The recordings of the test server are not kept. */
export default function removeData(): void {
  const folder = process.env['E2E_DATA'];
  if (folder?.includes('lockstep-e2e-')) rmSync(folder, { recursive: true, force: true });
}

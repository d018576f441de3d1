import { fileURLToPath } from 'node:url';

/**
 * Path of a compiled module of this package. Children run compiled JavaScript; when the caller itself runs from source,
 * as in tests, that is its twin under dist/.
 */
export function compiled(path: string): string {
  const root = new URL('.', import.meta.url).href.replace(/\/src\/$/, '/dist/');
  return fileURLToPath(new URL(path, root));
}

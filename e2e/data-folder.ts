import { join } from 'node:path';

/** Where the test server keeps its recordings; gone when the tests are. */
export const dataFolder = join(import.meta.dirname, '../node_modules/.cache/e2e-data');

import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a worker whose source lies at this place seen from the caller. Workers always run compiled JavaScript: when the caller itself
 * runs from source (in tests), the compiled twin under dist/ is used, without the tests' own `--conditions`.
 */
export function startWorker(callerUrl: string, name: `.${string}`, options: WorkerOptions): Worker {
  if (!callerUrl.endsWith('.ts')) return new Worker(new URL(`${name}.js`, callerUrl), options);
  const compiled = callerUrl.replace(/\/src\/(?!.*\/src\/)/, '/dist/');
  return new Worker(new URL(`${name}.js`, compiled), { ...options, execArgv: [] });
}

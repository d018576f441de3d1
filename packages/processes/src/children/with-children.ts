import type { RunContext } from '@lockstep/lab';
import { type Child, type ChildOptions, startChild } from './child.ts';

/** Where a run starts its children. */
export interface Nursery {
  /** Starts one, as `startChild`; rejects when the run has as many living children as it may have. */
  readonly start: (options: ChildOptions) => Promise<Child>;
}

/**
 * Does `work` with children. However it ends, none of them is left; when the run is stopped it rejects at once, with an
 * AbortError.
 * @example await withChildren(context, async ({ start }) => {
 *   const child = await start({ command: 'sleep', args: ['1'] })
 *   return child.ended
 * })
 */
export async function withChildren<R>(
  { signal, limits }: Pick<RunContext, 'signal' | 'limits'>,
  work: (nursery: Nursery) => Promise<R>,
): Promise<R> {
  const starts = new Set<Promise<Child>>();
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new DOMException('the run was stopped', 'AbortError'));
  });
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();

  function start(options: ChildOptions): Promise<Child> {
    if (starts.size >= limits.maxChildren)
      return Promise.reject(new Error(`a run may have ${limits.maxChildren} children at a time`));
    const started = startChild(options);
    starts.add(started);
    const forget = (): void => void starts.delete(started);
    started.then(({ ended }) => ended.then(forget), forget);
    return started;
  }

  try {
    return await Promise.race([stopped, work({ start })]);
  } finally {
    signal.removeEventListener('abort', stop);
    const started = await Promise.allSettled(starts);
    const children = started.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    for (const child of children) child.kill();
    await Promise.all(children.map((child) => child.ended));
  }
}

import type { Logger } from 'pino';

/** Notes what is refused without letting those who are refused fill the log. */
export interface RefusalLog {
  note(refusal: string): void;
  /** Writes what was counted, and counts no more. */
  close(): void;
}

/** The first of a kind is logged at once, those that follow as a number every `everyMs`. */
export function createRefusalLog(logger: Logger, everyMs = 10_000): RefusalLog {
  const counts = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  function write(): void {
    for (const [refusal, count] of counts) if (count > 0) logger.warn({ refusal, count }, 'more is refused');
    counts.clear();
    timer = undefined;
  }

  return {
    note(refusal) {
      const count = counts.get(refusal);
      if (count === undefined) logger.warn({ refusal }, 'something is refused');
      counts.set(refusal, (count ?? -1) + 1);
      timer ??= setTimeout(write, everyMs).unref();
    },
    close() {
      clearTimeout(timer);
      write();
    },
  };
}

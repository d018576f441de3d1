import type { Logger } from 'pino';
import type { Recordings } from '../recordings/recordings.ts';

export interface RecordingWatch {
  onBegun(run: string, headerLine: string): Promise<void>;
  onOver(run: string): Promise<void>;
}

/** Recordings of whose beginning and end somebody is told. Nobody who writes waits for it, or fails with it. */
export function watchRecordings(recordings: Recordings, logger: Logger, watch: RecordingWatch): Recordings {
  const warn = (run: string) => (error: unknown) =>
    logger.error({ err: error, run }, 'the library does not know of a run');
  return {
    ...recordings,
    async create(run) {
      const file = await recordings.create(run);
      let begun: Promise<void> | undefined;
      return {
        async append(text) {
          await file.append(text);
          begun ??= watch.onBegun(run, text.slice(0, text.indexOf('\n'))).catch(warn(run));
        },
        async close() {
          await file.close();
          void Promise.resolve(begun)
            .then(() => watch.onOver(run))
            .catch(warn(run));
        },
      };
    },
  };
}

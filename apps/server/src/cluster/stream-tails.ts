// Reading Redis streams as they grow. A reader is at a position and asks for what comes after it: when somebody tells it
// that there is more (a nudge), and every second in any case, so that a nudge that is lost costs no more than that.
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';

export type StreamEntry = Readonly<Record<string, string>>;

export interface StreamTail {
  /** Settles when all that the stream held when this was called has been given. */
  read(): Promise<void>;
  close(): void;
}

export interface StreamTails {
  /** A tail that has read nothing yet. `onRead` is called after some entries were given. */
  open(key: string, onEntry: (entry: StreamEntry, id: string) => void, onRead?: () => void): StreamTail;
  /** There is more in this stream. */
  nudge(key: string): void;
  /** Reads all; called every second. */
  poll(): void;
}

const AT_ONCE = 500;

export function createStreamTails(redis: Redis, logger: Logger): StreamTails {
  const tails = new Map<string, Set<StreamTail>>();

  function readSoon(tail: StreamTail): void {
    // While Redis is away every reading fails; that it is away was said already.
    tail.read().catch((error: unknown) => logger.debug({ err: error }, 'a stream cannot be read'));
  }

  return {
    open(key, onEntry, onRead) {
      let last = '-';
      let isAsked = false;
      let isOpen = true;
      let reading: Promise<void> | undefined;

      async function readAll(): Promise<void> {
        while (isAsked && isOpen) {
          isAsked = false;
          let entries: [id: string, fields: string[]][];
          do {
            entries = await redis.xrange(key, last === '-' ? '-' : `(${last}`, '+', 'COUNT', AT_ONCE);
            for (const [id, fields] of entries) {
              if (!isOpen) return;
              last = id;
              onEntry(entryOf(fields), id);
            }
            if (entries.length > 0) onRead?.();
          } while (entries.length === AT_ONCE);
        }
      }

      const tail: StreamTail = {
        read() {
          isAsked = true;
          reading ??= readAll().finally(() => {
            reading = undefined;
          });
          return reading;
        },
        close() {
          isOpen = false;
          const others = tails.get(key);
          others?.delete(tail);
          if (others?.size === 0) tails.delete(key);
        },
      };
      tails.set(key, (tails.get(key) ?? new Set()).add(tail));
      return tail;
    },
    nudge(key) {
      for (const tail of tails.get(key) ?? []) readSoon(tail);
    },
    poll() {
      for (const some of tails.values()) for (const tail of some) readSoon(tail);
    },
  };
}

function entryOf(fields: readonly string[]): StreamEntry {
  const entry: Record<string, string> = {};
  for (let n = 0; n + 1 < fields.length; n += 2) entry[fields[n] as string] = fields[n + 1] as string;
  return entry;
}

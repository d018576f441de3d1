// Events as JSON lines, made once and shared by the file and by everybody who stands at the same place: a live run's
// viewers all ask for the same batch within a millisecond.
import { serializeEvent, type Trace } from '@lockstep/trace';

/** Events `from` … `to` (exclusive), each line ended by a line break. */
export interface EventLines {
  readonly from: number;
  readonly to: number;
  readonly lines: string;
}

/** A batch is full at about this many characters: it bounds a frame, and what a slow client can hold in memory. */
export const BATCH_CHARACTERS = 128 * 1024;

/** Live viewers all stand at the end; those who catch up stand at many places, but a full batch never changes. */
const REMEMBERED = { live: 4, full: 16 } as const;

/** Reads batches from a trace: as many events from `from` on as fit, none at or after `end`. */
export function createEventLinesReader(trace: Trace): (from: number, end: number) => EventLines {
  const live = createMemory(REMEMBERED.live);
  const full = createMemory(REMEMBERED.full);

  function read(from: number, end: number): EventLines {
    let lines = '';
    let to = from;
    while (to < end && lines.length < BATCH_CHARACTERS) lines += `${serializeEvent(trace.event(to++))}\n`;
    return { from, to, lines };
  }

  return (from, end) => {
    const known =
      full.find((batch) => batch.from === from && batch.to <= end) ??
      live.find((batch) => batch.from === from && batch.to === end);
    if (known) return known;
    const batch = read(from, end);
    (batch.lines.length >= BATCH_CHARACTERS ? full : live).keep(batch);
    return batch;
  };
}

/** The batches that were asked for last. */
function createMemory(size: number) {
  let recent: readonly EventLines[] = [];
  const keep = (batch: EventLines): void => {
    recent = [batch, ...recent.filter((other) => other !== batch)].slice(0, size);
  };
  return {
    keep,
    find(isIt: (batch: EventLines) => boolean): EventLines | undefined {
      const found = recent.find(isIt);
      if (found) keep(found);
      return found;
    },
  };
}

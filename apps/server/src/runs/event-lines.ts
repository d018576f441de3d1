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

const REMEMBERED = 4;

/** Reads batches from a trace: as many events from `from` on as fit, none at or after `end`. */
export function createEventLinesReader(trace: Trace): (from: number, end: number) => EventLines {
  let recent: readonly EventLines[] = [];
  return (from, end) => {
    const known = recent.find(
      (batch) => batch.from === from && (batch.to === end || (batch.to < end && isFull(batch))),
    );
    if (known) return known;
    let lines = '';
    let to = from;
    while (to < end && lines.length < BATCH_CHARACTERS) lines += `${serializeEvent(trace.event(to++))}\n`;
    const batch = { from, to, lines };
    recent = [batch, ...recent.slice(0, REMEMBERED - 1)];
    return batch;
  };
}

function isFull({ lines }: EventLines): boolean {
  return lines.length >= BATCH_CHARACTERS;
}

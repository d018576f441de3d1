// A recording as text: a header line, then one event a line (JSON Lines); the apps gzip it at their edges.
import type { TraceEvent } from './event.ts';
import { createRecordingReader } from './recording-reader.ts';
import type { Trace } from './trace.ts';
import type { Upgrade } from './upgrade.ts';

/** One event as one line of JSON, without line break. */
export function serializeEvent(event: TraceEvent): string {
  const { seq: _, ...fact } = event;
  return JSON.stringify(fact);
}

export function serializeTrace(trace: Trace): string {
  const lines = [JSON.stringify(trace.header)];
  for (let seq = 0; seq < trace.length; seq++) lines.push(serializeEvent(trace.event(seq)));
  return `${lines.join('\n')}\n`;
}

/**
 * Reads a recording of this or any older version.
 * @throws RecordingError naming the line; nothing is guessed or skipped.
 */
export function parseTrace(text: string, knownUpgrades?: readonly Upgrade[]): Trace {
  const reader = createRecordingReader(knownUpgrades === undefined ? {} : { upgrades: knownUpgrades });
  reader.write(text);
  return reader.end();
}

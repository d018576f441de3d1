// The other way round from the cause: the first event that each one made happen. Built when it is first asked for, and
// carried on as the trace grows; four bytes an event.
import { CHUNK_ROWS } from './chunk.ts';
import type { Shape } from './shapes.ts';
import type { Trace } from './trace.ts';

interface EffectIndex {
  /** By chunk and row: `seq` of the first effect; 0: none, for the first event has no cause. */
  readonly chunks: Int32Array[];
  /** Events looked at. */
  length: number;
}

const indexes = new WeakMap<Trace, EffectIndex>();

/** `seq` of the first event that the event `seq` caused; undefined when there is none, or not yet. */
export function firstEffectOf(trace: Trace, seq: number): number | undefined {
  let index = indexes.get(trace);
  if (!index) indexes.set(trace, (index = { chunks: [], length: 0 }));
  if (index.length < trace.length) extend(index, trace);
  const effect = index.chunks[Math.floor(seq / CHUNK_ROWS)]?.[seq % CHUNK_ROWS];
  return effect === 0 ? undefined : effect;
}

function extend(index: EffectIndex, trace: Trace): void {
  const { chunks, shapes } = trace.columns;
  while (index.chunks.length < chunks.length) index.chunks.push(new Int32Array(CHUNK_ROWS));
  for (let at = Math.floor(index.length / CHUNK_ROWS); at < chunks.length; at++) {
    const { rows, shape, start, slots } = chunks[at] as (typeof chunks)[number];
    const base = at * CHUNK_ROWS;
    for (let row = Math.max(0, index.length - base); row < rows; row++) {
      if (!(shapes.all[shape[row] as number] as Shape).hasCause) continue;
      const cause = slots[start[row] as number] as number;
      const effects = index.chunks[Math.floor(cause / CHUNK_ROWS)] as Int32Array;
      if (effects[cause % CHUNK_ROWS] === 0) effects[cause % CHUNK_ROWS] = base + row;
    }
  }
  index.length = trace.length;
}

// The height of a value. Every whole number has its own line while they are few; else only round ones.
import type { Access } from '@lockstep/trace';
import { scaleLinear } from 'd3-scale';
import { printed } from '../printed.ts';

export interface ValueScale {
  y(value: number): number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

/** The scale always shows one step around the first value, so that the figure does not jump with the first write. */
export function valueScale(accesses: readonly Access[], first: number, top: number, bottom: number): ValueScale {
  let low = first - 1;
  let high = first + 1;
  for (const { value } of accesses) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const scale = scaleLinear().domain([low, high]).range([bottom, top]);
  const room = Math.max(2, Math.floor((bottom - top) / 18));
  const whole = high - low <= room ? range(low, high) : scale.ticks(room).filter(Number.isInteger);
  const signed = low < 0 && high > 0;
  return { y: scale, ticks: whole.map((value) => ({ value, label: printed(value, signed) })) };
}

/**
 * What the value would be if no update had been lost: from the first value on, each write changes it by what its
 * thread changed of the value that it had read. A write without a read sets it.
 */
export function shouldBe(history: readonly Access[]): number {
  const at = new Map(history.map((access) => [access.seq, access]));
  let value = history[0]?.before ?? 0;
  for (const access of history) {
    if (access.act === 'read') continue;
    const basis = access.act === 'added' ? access.before : at.get(access.basis ?? -1)?.value;
    value = basis === undefined ? access.value : value + access.value - basis;
  }
  return value;
}

function range(low: number, high: number): readonly number[] {
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}

import { scaleLinear } from 'd3-scale';
import { printedDuration, printedGrouped } from '../printed.ts';

/** From values to pixels, and the marks along the way. */
export interface BarAxis {
  toX(value: number): number;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
}

/** Ends of an axis, times a power of ten: close enough that a bar which grows seldom makes it jump. */
const ENDS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
const TICK_ROOM = 92;

export function barAxis(largest: number, unit: string, width: number): BarAxis {
  if (largest <= 0) return { toX: () => 0, ticks: [{ x: 0, label: '0' }] };
  const power = 10 ** Math.floor(Math.log10(largest));
  const end = power * (ENDS.find((one) => one * power >= largest) ?? 10);
  const scale = scaleLinear([0, end], [0, width]);
  return {
    toX: (value) => scale(value),
    ticks: scale
      .ticks(Math.max(2, Math.floor(width / TICK_ROOM)))
      .filter((value) => scale(value) <= width - 14 && (unit !== '' || Number.isInteger(value)))
      .map((value) => ({ x: scale(value), label: value === 0 ? '0' : printedMeasure(value, unit) })),
  };
}

/** A value with its unit; times and memory in the unit that suits them. */
export function printedMeasure(value: number, unit: string): string {
  switch (unit) {
    case 'µs':
      return printedDuration(value);
    case 'ms':
      return printedDuration(value * 1000);
    case 'kB':
      return value >= 999.5 ? `${significant(value / 1000)} MB` : `${significant(value)} kB`;
    default:
      return unit === '' ? significant(value) : `${significant(value)} ${unit}`;
  }
}

/** How many times as much: `0.52 ×`, `1 400 ×`. */
export function printedRatio(ratio: number): string {
  if (ratio > 0 && ratio < 0.01) return '< 0.01 ×';
  return `${ratio >= 100 ? printedGrouped(Number(ratio.toPrecision(2))) : Number(ratio.toPrecision(2))} ×`;
}

function significant(value: number): string {
  if (value >= 100) return printedGrouped(Math.round(value));
  return String(Number(value.toPrecision(value >= 10 ? 2 : 3)));
}

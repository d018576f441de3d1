// The height of a value. Every whole number has its own line while they are few; else only round ones.
import { scaleLinear } from 'd3-scale';
import { printed } from '../printed.ts';

export interface ValueScale {
  y(value: number): number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

/**
 * The scale always shows one step around the first value, so that the figure does not jump with the first write.
 * @param range of the values that are drawn
 */
export function valueScale(
  range: { readonly low: number; readonly high: number },
  first: number,
  top: number,
  bottom: number,
): ValueScale {
  const low = Math.min(first - 1, range.low);
  const high = Math.max(first + 1, range.high);
  const scale = scaleLinear().domain([low, high]).range([bottom, top]);
  const room = Math.max(2, Math.floor((bottom - top) / 18));
  const whole = high - low <= room ? wholeNumbers(low, high) : scale.ticks(room).filter(Number.isInteger);
  const signed = low < 0 && high > 0;
  return { y: scale, ticks: whole.map((value) => ({ value, label: printed(value, signed) })) };
}

function wholeNumbers(low: number, high: number): readonly number[] {
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}

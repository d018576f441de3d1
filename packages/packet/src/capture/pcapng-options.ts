// Options of pcapng blocks (draft-ietf-opsawg-pcapng §3.5): code, length, value, filled up to a multiple of four bytes.
import { concatBytes } from '../field-writer.ts';
import { parseUtf8, serializeUtf8 } from '../utf8.ts';
import type { BlockReader } from './block-reader.ts';

export const OPTION = {
  end: 0,
  comment: 1,
  interfaceName: 2,
  interfaceDescription: 3,
  timeResolution: 9,
  timeOffset: 14,
  /** Of a section header. */
  application: 4,
} as const;

export interface PcapngOption {
  readonly code: number;
  readonly value: Uint8Array;
}

/** The options up to their end or that of the block. @throws CaptureError when one reaches past the block. */
export function readOptions(read: BlockReader): readonly PcapngOption[] {
  const options: PcapngOption[] = [];
  while (read.left > 0) {
    const code = read.uint16('an option');
    const length = read.uint16('the length of an option');
    if (code === OPTION.end) break;
    options.push({ code, value: read.take(length, 'the value of an option') });
    read.take(paddingOf(length), 'the padding of an option');
  }
  return options;
}

export function textsOf(options: readonly PcapngOption[], code: number): readonly string[] {
  return options.filter((option) => option.code === code).map(({ value }) => parseUtf8(value));
}

/**
 * Options with the one that ends them; nothing where there are none.
 * @throws RangeError when a value is longer than 65,535 bytes.
 */
export function serializeOptions(options: readonly PcapngOption[]): Uint8Array {
  if (options.length === 0) return new Uint8Array(0);
  const parts = options.flatMap(({ code, value }) => [
    optionHead(code, value.length),
    value,
    new Uint8Array(paddingOf(value.length)),
  ]);
  return concatBytes([...parts, optionHead(OPTION.end, 0)]);
}

export function textOption(code: number, text: string): PcapngOption {
  return { code, value: serializeUtf8(text) };
}

/** Bytes up to the next multiple of four. */
export function paddingOf(length: number): number {
  return (4 - (length % 4)) % 4;
}

function optionHead(code: number, length: number): Uint8Array {
  if (length > 0xffff) throw new RangeError(`an option of ${length} bytes is longer than 65,535`);
  return Uint8Array.of(code & 0xff, code >> 8, length & 0xff, length >> 8);
}

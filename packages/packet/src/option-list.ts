// The options of IPv4 (RFC 791 §3.1) and TCP (RFC 9293 §3.1) share one layout: kind 0 ends the list, kind 1 is a single
// byte, every other kind is followed by a length that counts both of these bytes.
import type { FieldReader } from './field-reader.ts';
import { createFieldWriter, type FieldWriter } from './field-writer.ts';
import { bytesToHex } from './hex.ts';

export type SharedOption =
  /** Ends the list; what follows is there to reach a multiple of four bytes. */
  | { readonly kind: 'end-of-list'; readonly padding: Uint8Array }
  | { readonly kind: 'no-operation' }
  /** A kind we do not take apart, or one with a length that it cannot have. */
  | { readonly kind: 'unknown'; readonly number: number; readonly data: Uint8Array }
  /** The length is missing, below 2, or reaches past the header: the list cannot be read on from here. */
  | { readonly kind: 'malformed'; readonly bytes: Uint8Array };

/** An option that a protocol takes apart itself. */
export interface OptionLayout<O> {
  readonly title: string;
  /** Begin of the fields' names. */
  readonly name: string;
  /** Bytes of data, without kind and length, that this option can have. */
  canHave(dataLength: number): boolean;
  read(read: FieldReader, dataLength: number, group: string): O;
}

export function readOptions<O>(
  read: FieldReader,
  end: number,
  layouts: ReadonlyMap<number, OptionLayout<O>>,
): readonly (O | SharedOption)[] {
  const options: (O | SharedOption)[] = [];
  // The end of the list and a malformed option take all that is left.
  while (read.position < end) options.push(readOption(read, end, layouts));
  return options;
}

/** What is wrong with a list of options, if anything. */
export function optionFault(options: readonly { readonly kind: string }[]): string | undefined {
  return options.some(({ kind }) => kind === 'malformed') ? 'an option has an impossible length' : undefined;
}

/** Writes an option that is not the protocol's own. */
export function writeSharedOption(write: FieldWriter, option: SharedOption): void {
  switch (option.kind) {
    case 'end-of-list':
      write.uint(8, 0).bytes(option.padding);
      return;
    case 'no-operation':
      write.uint(8, 1);
      return;
    case 'unknown':
      write
        .uint(8, option.number)
        .uint(8, option.data.length + 2)
        .bytes(option.data);
      return;
    case 'malformed':
      write.bytes(option.bytes);
  }
}

/**
 * Options as they stand in a header: filled up with zeros, which are ends of the list, to a multiple of four bytes.
 * @throws RangeError when they take more than 40 bytes.
 */
export function serializeOptions<O>(
  options: readonly O[],
  writeOption: (write: FieldWriter, option: O) => void,
): Uint8Array {
  const write = createFieldWriter();
  for (const option of options) writeOption(write, option);
  while (write.result().length % 4 !== 0) write.uint(8, 0);
  const bytes = write.result();
  if (bytes.length > 40) throw new RangeError(`options take ${bytes.length} bytes, a header has room for 40`);
  return bytes;
}

function readOption<O>(
  read: FieldReader,
  end: number,
  layouts: ReadonlyMap<number, OptionLayout<O>>,
): O | SharedOption {
  const room = end - read.position;
  const [number = 0, length = 0] = read.peek(Math.min(room, 2));
  if (number === 0) {
    const group = 'End of option list';
    read.uint(8, 'end-of-list', 'Option kind', { show: kindText(group), group });
    return { kind: 'end-of-list', padding: readBytes(read, room - 1, 'option-padding', 'Padding', group) };
  }
  if (number === 1) {
    read.uint(8, 'no-operation', 'Option kind', { show: kindText('No-operation'), group: 'No-operation option' });
    return { kind: 'no-operation' };
  }
  if (length < 2 || length > room)
    return {
      kind: 'malformed',
      bytes: readBytes(read, room, 'malformed-option', 'Malformed option', 'Malformed option'),
    };

  const layout = layouts.get(number);
  const known = layout?.canHave(length - 2) ? layout : undefined;
  const title = known?.title ?? 'Unknown';
  const name = known?.name ?? 'unknown-option';
  const group = `${title} option`;
  read.uint(8, `${name}-kind`, 'Option kind', { show: kindText(title), group });
  read.uint(8, `${name}-length`, 'Option length', { group });
  if (known) return known.read(read, length - 2, group);
  return { kind: 'unknown', number, data: readBytes(read, length - 2, `${name}-data`, 'Option data', group) };
}

function readBytes(read: FieldReader, length: number, name: string, label: string, group: string): Uint8Array {
  const bytes = read.peek(length).slice();
  read.text(length, name, label, (data) => bytesToHex(data, ' '), group);
  return bytes;
}

function kindText(title: string): (kind: number) => string {
  return (kind) => `${title} (${kind})`;
}

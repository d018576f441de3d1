// Reads a header in the order of its RFC's diagram, widths in bits, and writes down each field as it goes. A read past
// the end gives 0, sets `isShort` and records nothing, so a codec reads straight through and asks once.
import type { Scope, Unreadable } from './codec.ts';
import type { Check, Field } from './layer.ts';

/** How a number is shown. */
export interface Look {
  readonly show?: (value: number) => string;
  readonly check?: (value: number) => Check;
  readonly group?: string;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const NO_LOOK: Look = {};

export class FieldReader {
  readonly #fields: Field[] = [];
  readonly #names = new Set<string>();
  readonly #repeats = new Map<string, number>();
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #bitPosition: number;
  #isShort = false;

  constructor({ bytes, offset, end }: Scope) {
    this.#bytes = bytes;
    this.#end = end;
    this.#bitPosition = offset * 8;
  }

  get fields(): readonly Field[] {
    return this.#fields;
  }

  /** Offset of the byte that is read next. */
  get position(): number {
    return Math.ceil(this.#bitPosition / 8);
  }

  /** A read went past the end. */
  get isShort(): boolean {
    return this.#isShort;
  }

  /** An unsigned number of up to 32 bits. */
  uint(bits: number, name: string, label: string, { show, check, group } = NO_LOOK): number {
    const offset = Math.floor(this.#bitPosition / 8);
    this.#bitPosition += bits;
    const length = Math.ceil(this.#bitPosition / 8) - offset;
    if (this.#isPast(offset + length)) return 0;
    let raw = 0;
    for (let at = offset; at < offset + length; at++) raw = raw * 256 + (this.#bytes[at] as number);
    const isPartial = bits < length * 8;
    const shift = (offset + length) * 8 - this.#bitPosition;
    const mask = (2 ** bits - 1) * 2 ** shift;
    const value = isPartial ? (raw & mask) >>> shift : raw;
    const field: Writable<Field> = { name, label, offset, length, value, text: show?.(value) ?? String(value) };
    if (isPartial) field.bits = { mask, shift };
    if (check) field.check = check(value);
    this.#record(field, group);
    return value;
  }

  /** Whole bytes that are shown as a text, e.g. an address. */
  text(length: number, name: string, label: string, show: (bytes: Uint8Array) => string, group?: string): string {
    const offset = this.position;
    this.#bitPosition += length * 8;
    if (this.#isPast(offset + length)) return '';
    const value = show(this.#bytes.subarray(offset, offset + length));
    if (length > 0) this.#record({ name, label, offset, length, value, text: value }, group);
    return value;
  }

  /** The next bytes, without reading them. */
  peek(length: number): Uint8Array {
    return this.#bytes.subarray(this.position, Math.min(this.position + length, this.#end));
  }

  #isPast(end: number): boolean {
    if (end > this.#end) this.#isShort = true;
    return end > this.#end;
  }

  // Only options and records repeat, and only they have a group.
  #record(field: Writable<Field>, group: string | undefined): void {
    if (group !== undefined) {
      field.group = group;
      field.name = this.#freeName(field.name);
    }
    this.#names.add(field.name);
    this.#fields.push(field);
  }

  /** Counts on from the last number given: a datagram has room for thousands of records. */
  #freeName(name: string): string {
    let free = name;
    let number = this.#repeats.get(name) ?? 1;
    while (this.#names.has(free)) free = `${name}-${++number}`;
    this.#repeats.set(name, number);
    return free;
  }
}

/** What a codec returns when its header cannot be read because bytes are missing. */
export function tooShort(scope: Scope, read: FieldReader, neededBytes: number): Unreadable {
  const there = scope.end - scope.offset;
  return {
    unreadable: `the header needs ${neededBytes} bytes, ${there} ${there === 1 ? 'is' : 'are'} there`,
    fields: read.fields,
    isShort: true,
  };
}

/** What a codec returns when its header contradicts itself. */
export function contradiction(read: FieldReader, reason: string): Unreadable {
  return { unreadable: reason, fields: read.fields, isShort: false };
}

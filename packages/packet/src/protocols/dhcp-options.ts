// The options of DHCP (RFC 2132 §2): a code, a length that counts the data only, the data. 0 fills up, 255 ends the list.
import type { FieldReader } from '../field-reader.ts';
import type { FieldWriter } from '../field-writer.ts';
import { bytesToHex } from '../hex.ts';
import { parseIpv4Address, serializeIpv4Address } from '../ipv4-address.ts';
import { messageTypeText, optionText } from './dhcp-names.ts';

export type DhcpOption =
  /** 1 is DISCOVER. */
  | { readonly kind: 'message-type'; readonly type: number }
  | { readonly kind: 'addresses'; readonly code: number; readonly addresses: readonly string[] }
  | { readonly kind: 'seconds'; readonly code: number; readonly seconds: number }
  /** A number of 16 bits. */
  | { readonly kind: 'number'; readonly code: number; readonly value: number }
  | { readonly kind: 'text'; readonly code: number; readonly text: string }
  /** The options that the client would like to have. */
  | { readonly kind: 'parameter-request'; readonly codes: readonly number[] }
  | { readonly kind: 'pad' }
  /** Ends the list; what follows is there to fill the message. */
  | { readonly kind: 'end'; readonly padding: Uint8Array }
  /** A code that is not taken apart, or one with data that it cannot have. */
  | { readonly kind: 'data'; readonly code: number; readonly data: Uint8Array }
  /** The length is missing or reaches past the message: the list cannot be read on from here. */
  | { readonly kind: 'malformed'; readonly bytes: Uint8Array };

const PAD = 0;
const END = 255;
const MESSAGE_TYPE = 53;
const PARAMETER_REQUEST = 55;

const ADDRESSES = new Set([1, 3, 6, 28, 42, 50, 54]);
const SECONDS = new Set([51, 58, 59]);
const NUMBERS = new Set([26, 57]);
const TEXTS = new Set([12, 15, 56, 60]);

/** Reads all options up to the end of the message. */
export function readDhcpOptions(read: FieldReader, end: number): readonly DhcpOption[] {
  const options: DhcpOption[] = [];
  while (read.position < end) options.push(readOption(read, end - read.position));
  return options;
}

/** @throws RangeError when a value does not fit its field. */
export function writeDhcpOption(write: FieldWriter, option: DhcpOption): void {
  switch (option.kind) {
    case 'pad':
      write.uint(8, PAD);
      return;
    case 'end':
      write.uint(8, END).bytes(option.padding);
      return;
    case 'message-type':
      write.uint(8, MESSAGE_TYPE).uint(8, 1).uint(8, option.type);
      return;
    case 'addresses':
      write.uint(8, option.code).uint(8, 4 * option.addresses.length);
      for (const address of option.addresses) write.bytes(parseIpv4Address(address));
      return;
    case 'seconds':
      write.uint(8, option.code).uint(8, 4).uint(32, option.seconds);
      return;
    case 'number':
      write.uint(8, option.code).uint(8, 2).uint(16, option.value);
      return;
    case 'text':
      write.uint(8, option.code).uint(8, option.text.length);
      for (const character of option.text) write.uint(8, character.charCodeAt(0));
      return;
    case 'parameter-request':
      write.uint(8, PARAMETER_REQUEST).uint(8, option.codes.length).bytes(Uint8Array.from(option.codes));
      return;
    case 'data':
      write.uint(8, option.code).uint(8, option.data.length).bytes(option.data);
      return;
    case 'malformed':
      write.bytes(option.bytes);
  }
}

function readOption(read: FieldReader, room: number): DhcpOption {
  const [code = PAD, length] = read.peek(Math.min(room, 2));
  if (code === PAD) {
    read.uint(8, 'pad', 'Option code', { show: () => 'Pad (0)', group: 'Pad' });
    return { kind: 'pad' };
  }
  if (code === END) {
    const group = 'End of option list';
    read.uint(8, 'end-of-list', 'Option code', { show: () => 'End (255)', group });
    return { kind: 'end', padding: readBytes(read, room - 1, 'option-padding', 'Padding', group) };
  }
  if (length === undefined || length + 2 > room) {
    const name = 'Malformed option';
    return { kind: 'malformed', bytes: readBytes(read, room, 'malformed-option', name, name) };
  }
  const title = optionText(code);
  const group = `${title} option`;
  read.uint(8, 'option-code', 'Option code', { show: (n) => `${title} (${n})`, group });
  read.uint(8, 'option-length', 'Option length', { group });
  return readData(read, code, length, group);
}

function readData(read: FieldReader, code: number, length: number, group: string): DhcpOption {
  const title = optionText(code);
  if (code === MESSAGE_TYPE && length === 1) {
    const show = (n: number): string => `${messageTypeText(n)} (${n})`;
    return { kind: 'message-type', type: read.uint(8, 'message-type', title, { show, group }) };
  }
  if (ADDRESSES.has(code) && length > 0 && length % 4 === 0) {
    const addresses = Array.from({ length: length / 4 }, () =>
      read.text(4, 'option-address', title, serializeIpv4Address, group),
    );
    return { kind: 'addresses', code, addresses };
  }
  if (SECONDS.has(code) && length === 4)
    return { kind: 'seconds', code, seconds: read.uint(32, 'option-seconds', title, { show: (n) => `${n} s`, group }) };
  if (NUMBERS.has(code) && length === 2)
    return { kind: 'number', code, value: read.uint(16, 'option-number', title, { group }) };
  if (TEXTS.has(code) && length > 0 && read.peek(length).every(isPrintable))
    return { kind: 'text', code, text: read.text(length, 'option-text', title, asciiText, group) };
  if (code === PARAMETER_REQUEST) {
    const codes = Array.from({ length }, () =>
      read.uint(8, 'requested-option', 'Requested option', { show: (n) => `${optionText(n)} (${n})`, group }),
    );
    return { kind: 'parameter-request', codes };
  }
  return { kind: 'data', code, data: readBytes(read, length, 'option-data', title, group) };
}

function readBytes(read: FieldReader, length: number, name: string, label: string, group: string): Uint8Array {
  const bytes = read.peek(length).slice();
  read.text(length, name, label, (data) => bytesToHex(data, ' '), group);
  return bytes;
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f;
}

function asciiText(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

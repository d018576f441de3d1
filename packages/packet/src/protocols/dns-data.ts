// What a resource record says, by its type (RFC 1035 §3.3 and §3.4, RFC 3596 for AAAA, RFC 6891 for OPT).
import type { FieldReader } from '../field-reader.ts';
import { createFieldWriter } from '../field-writer.ts';
import { bytesToHex } from '../hex.ts';
import { parseIpv4Address, serializeIpv4Address } from '../ipv4-address.ts';
import { parseIpv6Address, serializeIpv6Address } from '../ipv6-address.ts';
import { escapedText, serializeName, unescapedBytes } from './dns-name.ts';
import { DNS_TYPES, ednsOptionText } from './dns-names.ts';

export type DnsData =
  | { readonly kind: 'a' | 'aaaa'; readonly address: string }
  | { readonly kind: 'ns' | 'cname' | 'ptr'; readonly name: string }
  | DnsAuthority
  | { readonly kind: 'mx'; readonly preference: number; readonly exchange: string }
  /** Texts of up to 255 bytes each; bytes that are not printable ASCII as `\ddd`. */
  | { readonly kind: 'txt'; readonly texts: readonly string[] }
  | { readonly kind: 'opt'; readonly options: readonly EdnsOption[] }
  /** A type that is not taken apart, or data that do not fit their type. */
  | { readonly kind: 'other'; readonly data: Uint8Array };

interface DnsAuthority {
  readonly kind: 'soa';
  readonly primary: string;
  readonly mailbox: string;
  readonly serial: number;
  readonly refreshSeconds: number;
  readonly retrySeconds: number;
  readonly expireSeconds: number;
  readonly minimumSeconds: number;
}

interface EdnsOption {
  readonly code: number;
  readonly data: Uint8Array;
}

/** Reads a name at the present place; undefined when it cannot be read or does not end before the record's data do. */
export type ReadNameField = (name: string, label: string, group: string) => string | undefined;

/** @returns undefined when a name in the data cannot be read. */
export function readData(
  read: FieldReader,
  type: number,
  length: number,
  readName: ReadNameField,
  group: string,
): DnsData | undefined {
  const seconds = (name: string, label: string): number => read.uint(32, name, label, { show: (n) => `${n} s`, group });
  const data = read.peek(length);
  switch (type) {
    case DNS_TYPES.A:
      if (length !== 4) break;
      return { kind: 'a', address: read.text(4, 'address', 'Address', serializeIpv4Address, group) };
    case DNS_TYPES.AAAA:
      if (length !== 16) break;
      return { kind: 'aaaa', address: read.text(16, 'ipv6-address', 'Address', serializeIpv6Address, group) };
    case DNS_TYPES.NS:
    case DNS_TYPES.CNAME:
    case DNS_TYPES.PTR: {
      if (length === 0) break;
      const kind = type === DNS_TYPES.NS ? 'ns' : type === DNS_TYPES.CNAME ? 'cname' : 'ptr';
      const name = readName(kind, LABELS[kind], group);
      return name === undefined ? undefined : { kind, name };
    }
    case DNS_TYPES.MX: {
      if (length < 3) break;
      const preference = read.uint(16, 'preference', 'Preference', { group });
      const exchange = readName('exchange', 'Mail exchange', group);
      return exchange === undefined ? undefined : { kind: 'mx', preference, exchange };
    }
    case DNS_TYPES.SOA: {
      if (length < 22) break;
      const primary = readName('primary', 'Primary name server', group);
      const mailbox = primary === undefined ? undefined : readName('mailbox', 'Responsible mailbox', group);
      if (primary === undefined || mailbox === undefined) return undefined;
      return {
        kind: 'soa',
        primary,
        mailbox,
        serial: read.uint(32, 'serial', 'Serial number', { group }),
        refreshSeconds: seconds('refresh', 'Refresh interval'),
        retrySeconds: seconds('retry', 'Retry interval'),
        expireSeconds: seconds('expire', 'Expire limit'),
        minimumSeconds: seconds('minimum', 'Minimum time to live'),
      };
    }
    case DNS_TYPES.TXT:
      if (!areTexts(data)) break;
      return { kind: 'txt', texts: readTexts(read, length, group) };
    case DNS_TYPES.OPT:
      if (!areOptions(data)) break;
      return { kind: 'opt', options: readOptions(read, length) };
    default:
  }
  read.text(length, 'record-data', 'Record data', hexText, group);
  return { kind: 'other', data: data.slice() };
}

/** Without compression. */
export function serializeData(data: DnsData): Uint8Array {
  const write = createFieldWriter();
  switch (data.kind) {
    case 'a':
      return parseIpv4Address(data.address);
    case 'aaaa':
      return parseIpv6Address(data.address);
    case 'ns':
    case 'cname':
    case 'ptr':
      return serializeName(data.name);
    case 'mx':
      return write.uint(16, data.preference).bytes(serializeName(data.exchange)).result();
    case 'soa':
      return write
        .bytes(serializeName(data.primary))
        .bytes(serializeName(data.mailbox))
        .uint(32, data.serial)
        .uint(32, data.refreshSeconds)
        .uint(32, data.retrySeconds)
        .uint(32, data.expireSeconds)
        .uint(32, data.minimumSeconds)
        .result();
    case 'txt':
      for (const text of data.texts) {
        const bytes = Uint8Array.from(unescapedBytes(text));
        write.uint(8, bytes.length).bytes(bytes);
      }
      return write.result();
    case 'opt':
      for (const option of data.options) write.uint(16, option.code).uint(16, option.data.length).bytes(option.data);
      return write.result();
    case 'other':
      return data.data;
  }
}

/** `93.184.216.34`, `10 mail.example.com` */
export function dataText(data: DnsData): string {
  switch (data.kind) {
    case 'a':
    case 'aaaa':
      return data.address;
    case 'ns':
    case 'cname':
    case 'ptr':
      return data.name;
    case 'mx':
      return `${data.preference} ${data.exchange}`;
    case 'soa':
      return `${data.primary} serial=${data.serial}`;
    case 'txt':
      return data.texts.map((text) => `"${text}"`).join(' ');
    case 'opt':
      return `${data.options.length} options`;
    case 'other':
      return `${data.data.length} bytes`;
  }
}

const LABELS = { ns: 'Name server', cname: 'Canonical name', ptr: 'Pointer name' } as const;

function readTexts(read: FieldReader, length: number, group: string): readonly string[] {
  const end = read.position + length;
  const texts: string[] = [];
  while (read.position < end) {
    const textLength = read.uint(8, 'text-length', 'Text length', { group });
    texts.push(read.text(textLength, 'text', 'Text', (bytes) => escapedText(bytes, /["\\]/), group));
  }
  return texts;
}

function readOptions(read: FieldReader, length: number): readonly EdnsOption[] {
  const end = read.position + length;
  const options: EdnsOption[] = [];
  while (read.position < end) {
    const [high = 0, low = 0] = read.peek(2);
    const title = ednsOptionText((high << 8) | low);
    const group = `${title} option`;
    const code = read.uint(16, 'option-code', 'Option code', { show: (n) => `${title} (${n})`, group });
    const dataLength = read.uint(16, 'option-length', 'Option length', { group });
    const data = read.peek(dataLength).slice();
    read.text(dataLength, 'option-data', 'Option data', hexText, group);
    options.push({ code, data });
  }
  return options;
}

/** Whether lengths and texts fill the data; there is at least one text (RFC 1035 §3.3.14). */
function areTexts(data: Uint8Array): boolean {
  let at = 0;
  while (at < data.length) at += 1 + (data[at] ?? 0);
  return at === data.length && at > 0;
}

function areOptions(data: Uint8Array): boolean {
  let at = 0;
  while (at < data.length) at += 4 + ((data[at + 2] ?? 0) << 8) + (data[at + 3] ?? 0);
  return at === data.length;
}

function hexText(bytes: Uint8Array): string {
  return bytesToHex(bytes, ' ');
}

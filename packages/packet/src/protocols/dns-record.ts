// Questions and resource records of a DNS message (RFC 1035 §4.1.2 and §4.1.3). An OPT record (RFC 6891) has the look of
// a record, but its class is a size and its time to live a set of flags.
import type { Scope } from '../codec.ts';
import type { FieldReader } from '../field-reader.ts';
import { createFieldWriter } from '../field-writer.ts';
import { type DnsData, readData, serializeData } from './dns-data.ts';
import { readName, serializeName } from './dns-name.ts';
import { classText, DNS_TYPES, responseCodeText, typeText } from './dns-names.ts';

export interface DnsQuestion {
  readonly name: string;
  /** 1 is A. */
  readonly type: number;
  /** 1, the Internet, unless given. */
  readonly class?: number;
  /** The bytes that stand in the message, where they are not simply the names written out. They count before the rest. */
  readonly wire?: Uint8Array;
}

export interface DnsRecord extends DnsQuestion {
  /** Of OPT: extended response code, version, flags. 0 unless given. */
  readonly timeToLiveSeconds?: number;
  readonly data: DnsData;
}

/** What made a message unreadable at some place in it. */
export interface DnsFault {
  readonly fault: string;
  readonly isShort: boolean;
}

const SHORT: DnsFault = { fault: 'the message ends within a record', isShort: true };

export function readQuestion(read: FieldReader, scope: Scope): DnsQuestion | DnsFault {
  const start = read.position;
  const group = 'Question';
  const name = readNameField(read, scope, scope.end, 'name', 'Name', group);
  if (typeof name !== 'string') return name;
  const type = read.uint(16, 'type', 'Type', { show: (n) => numbered(typeText(n), n), group });
  const number = read.uint(16, 'class', 'Class', { show: (n) => numbered(classText(n), n), group });
  if (read.isShort) return SHORT;
  const question: DnsQuestion = { name, type, class: number };
  return withWire(question, serializeQuestion(question), scope.bytes.subarray(start, read.position));
}

/** @param section `Answer`, `Authority`, `Additional record` */
export function readRecord(read: FieldReader, scope: Scope, section: string): DnsRecord | DnsFault {
  const start = read.position;
  const name = readNameField(read, scope, scope.end, 'record-name', 'Name', section);
  if (typeof name !== 'string') return name;
  const [high = 0, low = 0] = read.peek(2);
  const type = (high << 8) | low;
  const group = type === DNS_TYPES.OPT ? 'EDNS' : `${section} ${typeText(type)}`;
  read.uint(16, 'record-type', 'Type', { show: (n) => numbered(typeText(n), n), group });
  const [number, timeToLiveSeconds] = type === DNS_TYPES.OPT ? readOptHead(read, group) : readHead(read, group);
  const length = read.uint(16, 'data-length', 'Data length', { group });
  const end = read.position + length;
  if (read.isShort || end > scope.end) return SHORT;
  let fault: DnsFault | undefined;
  const data = readData(
    read,
    type,
    length,
    (field, label, inGroup) => {
      const inside = readNameField(read, scope, end, field, label, inGroup);
      if (typeof inside === 'string') return inside;
      fault = { ...inside, isShort: false };
      return undefined;
    },
    group,
  );
  if (data === undefined) return fault ?? SHORT;
  if (read.position !== end)
    return { fault: `the data of a record of type ${typeText(type)} do not fill ${length} bytes`, isShort: false };
  const record: DnsRecord = { name, type, class: number, timeToLiveSeconds, data };
  return withWire(record, serializeRecord(record), scope.bytes.subarray(start, read.position));
}

/** Names are written out. @throws RangeError when a value does not fit its field. */
export function serializeQuestion({ name, type, class: number = 1, wire }: DnsQuestion): Uint8Array {
  return wire ?? createFieldWriter().bytes(serializeName(name)).uint(16, type).uint(16, number).result();
}

export function serializeRecord(record: DnsRecord): Uint8Array {
  if (record.wire) return record.wire;
  const data = serializeData(record.data);
  return createFieldWriter()
    .bytes(serializeQuestion(record))
    .uint(32, record.timeToLiveSeconds ?? 0)
    .uint(16, data.length)
    .bytes(data)
    .result();
}

function readHead(read: FieldReader, group: string): readonly [number, number] {
  return [
    read.uint(16, 'record-class', 'Class', { show: (n) => numbered(classText(n), n), group }),
    read.uint(32, 'time-to-live', 'Time to live', { show: (n) => `${n} s`, group }),
  ];
}

function readOptHead(read: FieldReader, group: string): readonly [number, number] {
  const size = read.uint(16, 'udp-payload-size', 'UDP payload size', { group });
  const code = read.uint(8, 'extended-response-code', 'Extended response code', {
    show: (n) => (n === 0 ? '0' : numbered(responseCodeText(n << 4), n)),
    group,
  });
  const version = read.uint(8, 'edns-version', 'EDNS version', { group });
  const dnssec = read.uint(1, 'dnssec-ok', 'DNSSEC OK', { group });
  const reserved = read.uint(15, 'edns-reserved', 'Reserved', { group });
  return [size, code * 2 ** 24 + version * 2 ** 16 + dnssec * 2 ** 15 + reserved];
}

/** One field for a name, however it is written. */
function readNameField(
  read: FieldReader,
  { bytes, offset }: Scope,
  end: number,
  field: string,
  label: string,
  group: string,
): string | DnsFault {
  const found = readName(bytes, offset, read.position, end);
  if ('fault' in found) return found;
  return read.text(found.length, field, label, () => found.name, group);
}

function withWire<T extends DnsQuestion>(entry: T, plain: Uint8Array, found: Uint8Array): T {
  const isPlain = plain.length === found.length && plain.every((byte, i) => byte === found[i]);
  return isPlain ? entry : { ...entry, wire: found.slice() };
}

function numbered(name: string, number: number): string {
  return `${name} (${number})`;
}

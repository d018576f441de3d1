// The Domain Name System over UDP (RFC 1035 §4). Messages over TCP, which have their length before them, are not read.
import type { Codec, Scope, Unreadable } from '../codec.ts';
import { contradiction, FieldReader, tooShort } from '../field-reader.ts';
import { createFieldWriter } from '../field-writer.ts';
import { hexNumber } from '../hex.ts';
import { dataText } from './dns-data.ts';
import { opcodeText, responseCodeText, typeText } from './dns-names.ts';
import {
  type DnsFault,
  type DnsQuestion,
  type DnsRecord,
  readQuestion,
  readRecord,
  serializeQuestion,
  serializeRecord,
} from './dns-record.ts';

const HEADER_BYTES = 12;
const SHOWN_RECORDS = 3;

/** What to write. Flags are unset, numbers 0 and sections empty unless given; names are not compressed. */
export interface DnsDraft {
  readonly id: number;
  readonly isResponse?: boolean;
  /** 0 is a standard query. */
  readonly opcode?: number;
  readonly authoritative?: boolean;
  readonly truncated?: boolean;
  readonly recursionDesired?: boolean;
  readonly recursionAvailable?: boolean;
  /** One bit. */
  readonly reserved?: number;
  /** RFC 4035 §3.1.6. */
  readonly authenticData?: boolean;
  readonly checkingDisabled?: boolean;
  /** 3 says that there is no such name. */
  readonly responseCode?: number;
  readonly questions?: readonly DnsQuestion[];
  readonly answers?: readonly DnsRecord[];
  readonly authorities?: readonly DnsRecord[];
  readonly additionals?: readonly DnsRecord[];
}

export type DnsHeader = Required<DnsDraft>;

export const dns: Codec<DnsHeader, DnsDraft> = {
  title: 'DNS',
  places: [{ carrier: 'udp-port', number: 53 }],

  decode(scope) {
    const read = new FieldReader(scope);
    const flag = (name: string, label: string): boolean => read.uint(1, name, label) === 1;
    const id = read.uint(16, 'id', 'Identifier', { show: (n) => hexNumber(n, 4) });
    const isResponse =
      read.uint(1, 'response', 'Response flag', { show: (n) => (n === 1 ? 'response' : 'query') }) === 1;
    const opcode = read.uint(4, 'opcode', 'Operation code', { show: (n) => `${opcodeText(n)} (${n})` });
    const authoritative = flag('authoritative', 'Authoritative answer');
    const truncated = flag('truncated', 'Truncated');
    const recursionDesired = flag('recursion-desired', 'Recursion desired');
    const recursionAvailable = flag('recursion-available', 'Recursion available');
    const reserved = read.uint(1, 'reserved', 'Reserved');
    const authenticData = flag('authentic-data', 'Authentic data');
    const checkingDisabled = flag('checking-disabled', 'Checking disabled');
    const responseCode = read.uint(4, 'response-code', 'Response code', {
      show: (n) => `${responseCodeText(n)} (${n})`,
    });
    const questionCount = read.uint(16, 'question-count', 'Questions');
    const answerCount = read.uint(16, 'answer-count', 'Answers');
    const authorityCount = read.uint(16, 'authority-count', 'Authorities');
    const additionalCount = read.uint(16, 'additional-count', 'Additional records');
    if (read.isShort) return tooShort(scope, read, HEADER_BYTES);

    const records = (section: string) => () => readRecord(read, scope, section);
    const questions = readEntries(questionCount, () => readQuestion(read, scope));
    if ('fault' in questions) return unreadable(read, scope, questions);
    const answers = readEntries(answerCount, records('Answer'));
    if ('fault' in answers) return unreadable(read, scope, answers);
    const authorities = readEntries(authorityCount, records('Authority'));
    if ('fault' in authorities) return unreadable(read, scope, authorities);
    const additionals = readEntries(additionalCount, records('Additional'));
    if ('fault' in additionals) return unreadable(read, scope, additionals);
    return {
      header: {
        id,
        isResponse,
        opcode,
        authoritative,
        truncated,
        recursionDesired,
        recursionAvailable,
        reserved,
        authenticData,
        checkingDisabled,
        responseCode,
        questions,
        answers,
        authorities,
        additionals,
      },
      fields: read.fields,
      headerEnd: read.position,
      end: read.position,
      carries: [],
    };
  },

  encode(draft) {
    const { questions = [], answers = [], authorities = [], additionals = [] } = draft;
    const write = createFieldWriter()
      .uint(16, draft.id)
      .uint(1, Number(draft.isResponse ?? false))
      .uint(4, draft.opcode ?? 0)
      .uint(1, Number(draft.authoritative ?? false))
      .uint(1, Number(draft.truncated ?? false))
      .uint(1, Number(draft.recursionDesired ?? false))
      .uint(1, Number(draft.recursionAvailable ?? false))
      .uint(1, draft.reserved ?? 0)
      .uint(1, Number(draft.authenticData ?? false))
      .uint(1, Number(draft.checkingDisabled ?? false))
      .uint(4, draft.responseCode ?? 0);
    for (const section of [questions, answers, authorities, additionals]) write.uint(16, section.length);
    for (const question of questions) write.bytes(serializeQuestion(question));
    for (const record of [...answers, ...authorities, ...additionals]) write.bytes(serializeRecord(record));
    return write.result();
  },

  describe({ id, isResponse, opcode, truncated, responseCode, questions, answers }) {
    const kind = opcode === 0 ? (isResponse ? 'response' : 'query') : opcodeText(opcode);
    const asked = questions.map(({ name, type }) => ` ${typeText(type)} ${name}`).join(',');
    const start = `DNS ${kind} id=${hexNumber(id, 4)}${asked}`;
    if (!isResponse) return start;
    const shown = answers.slice(0, SHOWN_RECORDS).map(({ type, data }) => `${typeText(type)} ${dataText(data)}`);
    if (answers.length > SHOWN_RECORDS) shown.push(`${answers.length - SHOWN_RECORDS} more`);
    const failure = responseCode === 0 ? [] : [responseCodeText(responseCode)];
    const told = [...failure, ...shown, ...(truncated ? ['truncated'] : [])].join(', ');
    return `${start}: ${told === '' ? 'no answers' : told}`;
  },
};

/** Stops at the first that cannot be read, so a count costs no more than the bytes that are there. */
function readEntries<T>(count: number, readEntry: () => T | DnsFault): readonly T[] | DnsFault {
  const entries: T[] = [];
  for (let i = 0; i < count; i++) {
    const entry = readEntry();
    if (typeof entry === 'object' && entry !== null && 'fault' in entry) return entry;
    entries.push(entry as T);
  }
  return entries;
}

function unreadable(read: FieldReader, scope: Scope, { fault, isShort }: DnsFault): Unreadable {
  if (!isShort) return contradiction(read, fault);
  return { ...contradiction(read, `${fault}: ${scope.end - scope.offset} bytes are there`), isShort: true };
}

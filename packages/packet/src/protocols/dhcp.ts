// The Dynamic Host Configuration Protocol (RFC 2131 §2) for Ethernet: the fixed part it has from BOOTP, then options.
import type { Codec } from '../codec.ts';
import { contradiction, FieldReader, tooShort } from '../field-reader.ts';
import { createFieldWriter } from '../field-writer.ts';
import { bytesToHex, hexNumber } from '../hex.ts';
import { parseIpv4Address, serializeIpv4Address } from '../ipv4-address.ts';
import { parseMacAddress, serializeMacAddress } from '../mac-address.ts';
import { optionFault } from '../option-list.ts';
import { messageTypeText } from './dhcp-names.ts';
import { type DhcpOption, readDhcpOptions, writeDhcpOption } from './dhcp-options.ts';

const FIXED_BYTES = 240;
const ETHERNET = 1;
const MAC_BYTES = 6;
const HARDWARE_PADDING_BYTES = 10;
const SERVER_NAME_BYTES = 64;
const BOOT_FILE_BYTES = 128;
const COOKIE = 0x63825363;
const NO_ADDRESS = '0.0.0.0';

/** What to write. Addresses are 0.0.0.0 and numbers 0 unless given. */
export interface DhcpDraft {
  /** 1 from the client, 2 from the server. */
  readonly operation: number;
  readonly hops?: number;
  readonly transaction: number;
  readonly elapsedSeconds?: number;
  /** The answer shall go to everybody, since the client cannot be reached by an address yet. */
  readonly broadcast?: boolean;
  /** Fifteen bits. */
  readonly reservedFlags?: number;
  /** Of a client that has one already. */
  readonly clientIp?: string;
  /** What the server gives. */
  readonly yourIp?: string;
  /** Whom to ask for the boot file. */
  readonly nextServerIp?: string;
  readonly relayIp?: string;
  readonly clientMac: string;
  /** Ten bytes after the MAC address. */
  readonly hardwarePadding?: Uint8Array;
  /** 64 bytes. */
  readonly serverName?: Uint8Array;
  /** 128 bytes. */
  readonly bootFile?: Uint8Array;
  /** With the one that ends the list. */
  readonly options: readonly DhcpOption[];
}

export type DhcpHeader = Required<DhcpDraft>;

export const dhcp: Codec<DhcpHeader, DhcpDraft> = {
  title: 'DHCP',
  places: [
    { carrier: 'udp-port', number: 67 },
    { carrier: 'udp-port', number: 68 },
  ],

  decode(scope) {
    const read = new FieldReader(scope);
    const address = (name: string, label: string): string => read.text(4, name, label, serializeIpv4Address);
    const bytes = (length: number, name: string, label: string, show: (data: Uint8Array) => string): Uint8Array => {
      const data = read.peek(length).slice();
      read.text(length, name, label, show);
      return data;
    };
    const operation = read.uint(8, 'operation', 'Operation', { show: operationText });
    const hardware = read.uint(8, 'hardware-type', 'Hardware type', { show: hardwareTypeText });
    const hardwareBytes = read.uint(8, 'hardware-length', 'Hardware address length');
    const hops = read.uint(8, 'hops', 'Hops');
    const transaction = read.uint(32, 'transaction', 'Transaction identifier', { show: (n) => hexNumber(n, 8) });
    const elapsedSeconds = read.uint(16, 'elapsed', 'Seconds elapsed', { show: (n) => `${n} s` });
    const broadcast =
      read.uint(1, 'broadcast', 'Broadcast flag', { show: (n) => (n === 1 ? 'broadcast' : 'unicast') }) === 1;
    const reservedFlags = read.uint(15, 'reserved-flags', 'Reserved flags');
    const clientIp = address('client-ip', 'Client IP address');
    const yourIp = address('your-ip', 'Your IP address');
    const nextServerIp = address('next-server-ip', 'Next server IP address');
    const relayIp = address('relay-ip', 'Relay agent IP address');
    const clientMac = read.text(MAC_BYTES, 'client-mac', 'Client MAC address', serializeMacAddress);
    const hardwarePadding = bytes(HARDWARE_PADDING_BYTES, 'hardware-padding', 'Hardware address padding', hexText);
    const serverName = bytes(SERVER_NAME_BYTES, 'server-name', 'Server host name', namedText);
    const bootFile = bytes(BOOT_FILE_BYTES, 'boot-file', 'Boot file name', namedText);
    const cookie = read.uint(32, 'magic-cookie', 'Magic cookie', { show: cookieText });
    if (read.isShort) return tooShort(scope, read, FIXED_BYTES);
    if (hardware !== ETHERNET || hardwareBytes !== MAC_BYTES)
      return contradiction(read, 'the client’s address is not that of Ethernet (6 bytes)');
    if (cookie !== COOKIE) return contradiction(read, `the magic cookie is ${hexNumber(cookie, 8)}, not 0x63825363`);
    const options = readDhcpOptions(read, scope.end);
    const fault = scope.cut === undefined ? optionFault(options) : undefined;
    return {
      header: {
        operation,
        hops,
        transaction,
        elapsedSeconds,
        broadcast,
        reservedFlags,
        clientIp,
        yourIp,
        nextServerIp,
        relayIp,
        clientMac,
        hardwarePadding,
        serverName,
        bootFile,
        options,
      },
      fields: read.fields,
      headerEnd: read.position,
      end: read.position,
      carries: [],
      ...(fault !== undefined && { malformed: fault }),
    };
  },

  encode(draft) {
    const write = createFieldWriter()
      .uint(8, draft.operation)
      .uint(8, ETHERNET)
      .uint(8, MAC_BYTES)
      .uint(8, draft.hops ?? 0)
      .uint(32, draft.transaction)
      .uint(16, draft.elapsedSeconds ?? 0)
      .uint(1, Number(draft.broadcast ?? false))
      .uint(15, draft.reservedFlags ?? 0)
      .bytes(parseIpv4Address(draft.clientIp ?? NO_ADDRESS))
      .bytes(parseIpv4Address(draft.yourIp ?? NO_ADDRESS))
      .bytes(parseIpv4Address(draft.nextServerIp ?? NO_ADDRESS))
      .bytes(parseIpv4Address(draft.relayIp ?? NO_ADDRESS))
      .bytes(parseMacAddress(draft.clientMac))
      .bytes(filled(draft.hardwarePadding, HARDWARE_PADDING_BYTES))
      .bytes(filled(draft.serverName, SERVER_NAME_BYTES))
      .bytes(filled(draft.bootFile, BOOT_FILE_BYTES))
      .uint(32, COOKIE);
    for (const option of draft.options) writeDhcpOption(write, option);
    return write.result();
  },

  describe({ operation, transaction, clientMac, yourIp, options }) {
    const type = options.find((option) => option.kind === 'message-type')?.type;
    const name = type === undefined ? operationText(operation) : messageTypeText(type);
    const requested = options.find((option) => option.kind === 'addresses' && option.code === REQUESTED);
    const address = yourIp !== NO_ADDRESS ? yourIp : addressIn(requested);
    return `DHCP ${name}${address === undefined ? '' : ` ${address}`} client=${clientMac} id=${hexNumber(transaction, 8)}`;
  },
};

const REQUESTED = 50;

function addressIn(option: DhcpOption | undefined): string | undefined {
  return option?.kind === 'addresses' ? option.addresses[0] : undefined;
}

function filled(bytes: Uint8Array | undefined, length: number): Uint8Array {
  if (bytes !== undefined && bytes.length !== length) throw new RangeError(`${bytes.length} bytes are not ${length}`);
  return bytes ?? new Uint8Array(length);
}

function operationText(operation: number): string {
  if (operation === 1) return 'request (1)';
  if (operation === 2) return 'reply (2)';
  return `operation ${operation}`;
}

function hardwareTypeText(number: number): string {
  return number === ETHERNET ? 'Ethernet (1)' : String(number);
}

function cookieText(cookie: number): string {
  return cookie === COOKIE ? 'DHCP (0x63825363)' : hexNumber(cookie, 8);
}

function hexText(bytes: Uint8Array): string {
  return bytesToHex(bytes, ' ');
}

/** A name up to its zero; `none` where there is none. */
function namedText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  const name = bytes.subarray(0, end === -1 ? bytes.length : end);
  const text = Array.from(name, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join('');
  return text === '' ? 'none' : text;
}

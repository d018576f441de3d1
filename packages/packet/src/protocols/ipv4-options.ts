// Options of IPv4 (RFC 791 §3.1). Taken apart: record route, since `ping -R` shows it, and router alert (RFC 2113).
import type { FieldWriter } from '../field-writer.ts';
import { parseIpv4Address, serializeIpv4Address } from '../ipv4-address.ts';
import { type OptionLayout, type SharedOption, writeSharedOption } from '../option-list.ts';

export type Ipv4Option = SharedOption | OwnOption;

type OwnOption =
  /** Each router on the way writes its address into the next free place; the pointer counts from the option, from 1. */
  | { readonly kind: 'record-route'; readonly pointer: number; readonly addresses: readonly string[] }
  | { readonly kind: 'router-alert'; readonly value: number };

const RECORD_ROUTE = 7;
const ROUTER_ALERT = 148;

export const ipv4OptionLayouts: ReadonlyMap<number, OptionLayout<OwnOption>> = new Map<number, OptionLayout<OwnOption>>(
  [
    [
      RECORD_ROUTE,
      {
        title: 'Record route',
        name: 'record-route',
        canHave: (dataLength) => dataLength % 4 === 1,
        read(read, dataLength, group) {
          const pointer = read.uint(8, 'record-route-pointer', 'Pointer', { group });
          const addresses: string[] = [];
          for (let left = dataLength - 1; left > 0; left -= 4)
            addresses.push(read.text(4, 'recorded-address', 'Recorded address', serializeIpv4Address, group));
          return { kind: 'record-route', pointer, addresses };
        },
      },
    ],
    [
      ROUTER_ALERT,
      {
        title: 'Router alert',
        name: 'router-alert',
        canHave: (dataLength) => dataLength === 2,
        read: (read, _, group) => ({
          kind: 'router-alert',
          value: read.uint(16, 'router-alert', 'Router alert', { group }),
        }),
      },
    ],
  ],
);

export function writeIpv4Option(write: FieldWriter, option: Ipv4Option): void {
  switch (option.kind) {
    case 'record-route':
      write.uint(8, RECORD_ROUTE).uint(8, 3 + 4 * option.addresses.length);
      write.uint(8, option.pointer);
      for (const address of option.addresses) write.bytes(parseIpv4Address(address));
      return;
    case 'router-alert':
      write.uint(8, ROUTER_ALERT).uint(8, 4).uint(16, option.value);
      return;
    case 'end-of-list':
    case 'no-operation':
    case 'unknown':
    case 'malformed':
      writeSharedOption(write, option);
  }
}

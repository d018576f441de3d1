// Options of TCP: MSS (RFC 9293 §3.2), window scale and timestamps (RFC 7323), selective acknowledgment (RFC 2018).
import type { FieldWriter } from '../field-writer.ts';
import { type OptionLayout, type SharedOption, writeSharedOption } from '../option-list.ts';

export type TcpOption = SharedOption | OwnOption;

/** Bytes the sender of the ACK has beyond the acknowledged ones: from `left` up to, not including, `right`. */
export interface SackBlock {
  readonly left: number;
  readonly right: number;
}

type OwnOption =
  | { readonly kind: 'maximum-segment-size'; readonly bytes: number }
  /** The window field counts units of 2 to the power of `shift` bytes. */
  | { readonly kind: 'window-scale'; readonly shift: number }
  | { readonly kind: 'sack-permitted' }
  | { readonly kind: 'sack'; readonly blocks: readonly SackBlock[] }
  | { readonly kind: 'timestamps'; readonly value: number; readonly echoReply: number };

const MSS = 2;
const WINDOW_SCALE = 3;
const SACK_PERMITTED = 4;
const SACK = 5;
const TIMESTAMPS = 8;

export const tcpOptionLayouts: ReadonlyMap<number, OptionLayout<OwnOption>> = new Map<number, OptionLayout<OwnOption>>([
  [
    MSS,
    {
      title: 'Maximum segment size',
      name: 'maximum-segment-size',
      canHave: (dataLength) => dataLength === 2,
      read: (read, _, group) => ({
        kind: 'maximum-segment-size',
        bytes: read.uint(16, 'maximum-segment-size', 'Maximum segment size', { group }),
      }),
    },
  ],
  [
    WINDOW_SCALE,
    {
      title: 'Window scale',
      name: 'window-scale',
      canHave: (dataLength) => dataLength === 1,
      read: (read, _, group) => ({
        kind: 'window-scale',
        shift: read.uint(8, 'window-scale', 'Shift count', { show: (shift) => `${shift} (× ${2 ** shift})`, group }),
      }),
    },
  ],
  [
    SACK_PERMITTED,
    {
      title: 'SACK permitted',
      name: 'sack-permitted',
      canHave: (dataLength) => dataLength === 0,
      read: () => ({ kind: 'sack-permitted' }),
    },
  ],
  [
    SACK,
    {
      title: 'SACK',
      name: 'sack',
      canHave: (dataLength) => dataLength > 0 && dataLength % 8 === 0,
      read(read, dataLength, group) {
        const blocks: SackBlock[] = [];
        for (let rest = dataLength; rest > 0; rest -= 8)
          blocks.push({
            left: read.uint(32, 'sack-left-edge', 'Left edge', { group }),
            right: read.uint(32, 'sack-right-edge', 'Right edge', { group }),
          });
        return { kind: 'sack', blocks };
      },
    },
  ],
  [
    TIMESTAMPS,
    {
      title: 'Timestamps',
      name: 'timestamps',
      canHave: (dataLength) => dataLength === 8,
      read: (read, _, group) => ({
        kind: 'timestamps',
        value: read.uint(32, 'timestamp-value', 'Timestamp value', { group }),
        echoReply: read.uint(32, 'timestamp-echo-reply', 'Timestamp echo reply', { group }),
      }),
    },
  ],
]);

export function writeTcpOption(write: FieldWriter, option: TcpOption): void {
  switch (option.kind) {
    case 'maximum-segment-size':
      write.uint(8, MSS).uint(8, 4).uint(16, option.bytes);
      return;
    case 'window-scale':
      write.uint(8, WINDOW_SCALE).uint(8, 3).uint(8, option.shift);
      return;
    case 'sack-permitted':
      write.uint(8, SACK_PERMITTED).uint(8, 2);
      return;
    case 'sack':
      write.uint(8, SACK).uint(8, 2 + 8 * option.blocks.length);
      for (const { left, right } of option.blocks) write.uint(32, left).uint(32, right);
      return;
    case 'timestamps':
      write.uint(8, TIMESTAMPS).uint(8, 10).uint(32, option.value).uint(32, option.echoReply);
      return;
    case 'end-of-list':
    case 'no-operation':
    case 'unknown':
    case 'malformed':
      writeSharedOption(write, option);
  }
}

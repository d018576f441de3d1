import { parseIpv4Address, serializeIpv4Address } from './ipv4-address.ts';

const GROUPS = 8;

/** Sixteen bytes as RFC 5952 recommends: `2001:db8::1`, and `::ffff:10.0.0.1` for an address that stands for one of IPv4. */
export function serializeIpv6Address(bytes: Uint8Array): string {
  const groups = Array.from({ length: GROUPS }, (_, i) => ((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0));
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff)
    return `::ffff:${serializeIpv4Address(bytes.subarray(12, 16))}`;
  const { start, length } = longestZeros(groups);
  const hex = groups.map((group) => group.toString(16));
  if (length < 2) return hex.join(':');
  return `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`;
}

/**
 * Any text of RFC 4291 §2.2, without a zone.
 * @throws RangeError when it is none.
 */
export function parseIpv6Address(text: string): Uint8Array {
  const [before = '', after, ...more] = text.split('::');
  const head = groupsOf(before);
  const tail = groupsOf(after ?? '');
  const zeros = GROUPS - (head?.length ?? 0) - (tail?.length ?? 0);
  const isWhole = after === undefined ? zeros === 0 : zeros > 0;
  if (!head || !tail || more.length > 0 || !isWhole) throw new RangeError(`${JSON.stringify(text)} is no IPv6 address`);
  const groups = [...head, ...Array.from({ length: zeros }, () => 0), ...tail];
  return Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]));
}

function longestZeros(groups: readonly number[]): { readonly start: number; readonly length: number } {
  let longest = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === 0) length++;
    if (length > longest.length) longest = { start, length };
  }
  return longest;
}

/** Undefined when a group is none. An IPv4 address at the end counts as two. */
function groupsOf(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const last = parts.at(-1) ?? '';
  const isMixed = last.includes('.');
  const hex = isMixed ? parts.slice(0, -1) : parts;
  if (!hex.every((part) => /^[0-9a-f]{1,4}$/i.test(part))) return undefined;
  const groups = hex.map((part) => Number.parseInt(part, 16));
  if (!isMixed) return groups;
  const [a = 0, b = 0, c = 0, d = 0] = parseIpv4Address(last);
  return [...groups, (a << 8) | b, (c << 8) | d];
}

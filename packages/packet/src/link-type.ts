// What the first bytes of a captured packet are. Capture files number this (tcpdump.org/linktypes.html).

/** The link types that can be decoded. */
export type LinkType = 'ethernet' | 'raw-ip' | 'linux-cooked' | 'linux-cooked-2' | 'loopback';

const LINK_TYPES: Readonly<Record<number, LinkType>> = {
  0: 'loopback',
  1: 'ethernet',
  101: 'raw-ip',
  108: 'loopback',
  113: 'linux-cooked',
  228: 'raw-ip',
  229: 'raw-ip',
  276: 'linux-cooked-2',
};

const NAMES: Readonly<Record<number, string>> = {
  9: 'PPP',
  105: 'IEEE 802.11',
  127: 'IEEE 802.11 with radiotap',
  147: 'private use',
  187: 'Bluetooth HCI',
  189: 'USB on Linux',
  195: 'IEEE 802.15.4',
  201: 'Bluetooth HCI',
  220: 'USB on Linux',
  249: 'USB on Windows',
};

/** The number that capture files have for Ethernet. */
export const LINK_TYPE_ETHERNET = 1;

/** Undefined for a link type that is not decoded here. */
export function linkTypeOf(number: number): LinkType | undefined {
  return LINK_TYPES[number];
}

/** `IEEE 802.11 (105)` */
export function linkTypeText(number: number): string {
  const name = LINK_TYPES[number] ?? NAMES[number];
  return name === undefined ? String(number) : `${name} (${number})`;
}

/** The number for a link type's name, as it stands in a trace; without one, that of Ethernet. */
export function linkTypeNumber(name: string = 'ethernet'): number {
  const found = Object.entries(LINK_TYPES).find(([, known]) => known === name);
  return found ? Number(found[0]) : LINK_TYPE_ETHERNET;
}

export function isLinkType(text: string): text is LinkType {
  return Object.values(LINK_TYPES).some((known) => known === text);
}

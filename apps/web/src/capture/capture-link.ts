import { type Capture, type LinkType, linkTypeOf, linkTypeText } from '@lockstep/packet';

/** The link type of a packet; undefined when it is not decoded. */
export function linkTypeAt(capture: Capture, packet: number): LinkType | undefined {
  const on = capture.interfaces[capture.packets[packet]?.interface ?? -1];
  return on && linkTypeOf(on.linkType);
}

/** Names of the link types in a capture that are not decoded, for saying so. */
export function unknownLinks({ interfaces }: Capture): readonly string[] {
  const unknown = interfaces.filter(({ linkType }) => linkTypeOf(linkType) === undefined);
  return [...new Set(unknown.map(({ linkType }) => linkTypeText(linkType)))];
}

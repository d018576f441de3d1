import { codecs, isKnownProtocol, type KnownProtocol } from './codecs.ts';
import type { Frame, Layer } from './frame.ts';
import { faultOf, ipv4Of, ipv6Of, quotedOf } from './layer-of.ts';
import { fragmentOf } from './protocols/ipv6.ts';

/**
 * One line about the innermost header, in English field terms: `TCP 40022 → 9000 [SYN] seq=7 win=64240 len=0`,
 * `ARP who-has 10.0.0.2 tell 10.0.0.1`; with the packet an ICMP message quotes and whatever is wrong.
 */
export function describeFrame(frame: Frame): string {
  const parts = [describeHeaders(frame.layers.filter((layer) => !layer.quoted))];
  const quoted = quotedOf(frame);
  if (quoted) parts.push(`quoting ${describeHeaders(quoted.layers)}`);
  if (isFirstFragment(frame)) parts.push('first fragment');
  for (const layer of frame.layers.filter(hasWrongChecksum)) parts.push(`${titleOf(layer.protocol)} checksum wrong`);
  const fault = faultOf(frame);
  if (fault) parts.push(`malformed ${titleOf(expectedOf(fault.layer))}: ${fault.reason}`);
  return parts.filter((part) => part !== '').join(', ');
}

function isFirstFragment(frame: Frame): boolean {
  const ipv6 = ipv6Of(frame);
  const fragment = ipv4Of(frame) ?? (ipv6 && fragmentOf(ipv6));
  return fragment?.moreFragments === true && fragment.fragmentOffset === 0;
}

function describeHeaders(layers: readonly Layer[]): string {
  const innermost = layers.findLast(isKnown);
  const excerpt = layers.find((layer) => layer.protocol === 'excerpt');
  const parts = [innermost && describeLayer(innermost), excerpt && describeExcerpt(excerpt)];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** An excerpt of a TCP or UDP header has its ports at least (RFC 792 asks for 8 bytes). */
function describeExcerpt({ header, fields }: Layer<'excerpt'>): string {
  const valueOf = (name: string) => fields.find((field) => field.name === name)?.value;
  const [source, destination] = [valueOf('source-port'), valueOf('destination-port')];
  const ports = source === undefined ? '' : ` ${source} → ${destination ?? '?'}`;
  return `${titleOf(header.expected)}${ports} (cut)`;
}

function expectedOf(layer: Layer): string {
  return layer.protocol === 'malformed' ? layer.header.expected : layer.protocol;
}

function titleOf(protocol: string): string {
  return isKnownProtocol(protocol) ? codecs[protocol].title : protocol;
}

function hasWrongChecksum(layer: Layer): boolean {
  return layer.fields.some(({ check }) => check === 'wrong');
}

function isKnown(layer: Layer): layer is Layer<KnownProtocol> {
  return isKnownProtocol(layer.protocol);
}

function describeLayer<P extends KnownProtocol>(layer: Layer<P>): string {
  return codecs[layer.protocol].describe(layer.header);
}

// A learning switch (IEEE 802.1D §7): it notes at which port each sender's address was last seen, sends a frame only
// where its receiver is known to be, and everywhere else when it is not.

/** What a switch must know of a frame. */
interface SwitchedFrame {
  readonly source: string;
  readonly destination: string;
}

interface Forwarding<P> {
  readonly to: readonly P[];
  /** The sender's address was new at this port. */
  readonly hasLearned: boolean;
  /** Nobody knew where its receiver is. */
  readonly isFlooded: boolean;
}

export interface Switch<P> {
  readonly forward: (frame: SwitchedFrame, from: P, nowUs: number) => Forwarding<P>;
}

/** The standard's default: 300 s without a frame. */
const AGEING_US = 300_000_000;

export function createSwitch<P>(ports: readonly P[], ageingUs = AGEING_US): Switch<P> {
  const seen = new Map<string, { readonly port: P; readonly atUs: number }>();

  function placeOf(address: string, nowUs: number): P | undefined {
    const entry = seen.get(address);
    return entry && nowUs - entry.atUs <= ageingUs ? entry.port : undefined;
  }

  return {
    forward({ source, destination }, from, nowUs) {
      const hasLearned = !isGroup(source) && placeOf(source, nowUs) !== from;
      if (!isGroup(source)) seen.set(source, { port: from, atUs: nowUs });
      const known = isGroup(destination) ? undefined : placeOf(destination, nowUs);
      // Who is at the sender's own port has it already.
      const to = ports.filter((port) => port !== from && (known === undefined || port === known));
      return { to, hasLearned, isFlooded: known === undefined && !isGroup(destination) };
    },
  };
}

/** The lowest bit of the first byte (IEEE 802.3 §3.2.3). */
export function isGroup(address: string): boolean {
  return (Number.parseInt(address.slice(0, 2), 16) & 1) === 1;
}

// Which rule is about a frame. A book counts for each rule the frames that its host and kind fit, in the order in which
// they were sent, frames sent again included. Chance is drawn for a frame of its sender, not for a moment: the same seed
// and the same frames give the same answers, however the two directions interleave.
import type { CableRule, FrameKind, FramePattern } from './cable-rules.ts';

/** What rules ask of a frame. */
export interface RuledFrame {
  /** The host that sent it. */
  readonly host: string;
  /** The innermost protocol that it carries: `tcp`, `udp`, `arp`, … */
  readonly protocol: string;
  /** Of TCP: `SYN`, `ACK`, … */
  readonly flags: readonly string[];
  /** Of TCP: bytes of data. */
  readonly payload: number;
}

/** What the rules say of one frame. */
interface Ruling {
  /** The first rule that is about it; `rate` is about none. */
  readonly rule: CableRule | undefined;
  /** Holds that wait for this frame. */
  readonly awaitedBy: ReadonlySet<CableRule>;
}

export interface RuleBook {
  /** To be asked once for each frame, in the order in which they were sent. */
  next(frame: RuledFrame): Ruling;
}

type Reader = (frame: RuledFrame) => boolean;

/** @param seed of the run; it drives chance. */
export function createRuleBook(rules: readonly CableRule[], seed: number): RuleBook {
  const entries = rules.flatMap((rule, index) =>
    rule.act === 'rate'
      ? []
      : [
          {
            rule,
            isAbout: createReader(rule.what, [seed, index]),
            isAwaited: rule.act === 'hold' ? createReader(rule.until, [seed, index, 1]) : undefined,
          },
        ],
  );
  return {
    next(frame) {
      // Every rule counts every frame: none is passed over because another one came first.
      const about = entries.filter(({ isAbout }) => isAbout(frame));
      const awaiting = entries.filter(({ isAwaited }) => isAwaited?.(frame));
      return { rule: about[0]?.rule, awaitedBy: new Set(awaiting.map(({ rule }) => rule)) };
    },
  };
}

function createReader({ host, kind, ordinals, percent }: FramePattern, seeds: readonly number[]): Reader {
  const wanted = ordinals && new Set(ordinals);
  const counts = new Map<string, number>();
  let count = 0;
  return (frame) => {
    if ((host !== undefined && host !== frame.host) || (kind !== undefined && !isOfKind(frame, kind))) return false;
    const ofHost = (counts.get(frame.host) ?? 0) + 1;
    counts.set(frame.host, ofHost);
    count++;
    if (wanted && !wanted.has(count)) return false;
    return percent === undefined || drawPercent([...seeds, ...codes(frame.host), ofHost]) < percent;
  };
}

function isOfKind({ protocol, flags, payload }: RuledFrame, kind: FrameKind): boolean {
  if (kind === 'udp') return protocol === 'udp';
  if (protocol !== 'tcp') return false;
  const [isSyn, isAck] = [flags.includes('SYN'), flags.includes('ACK')];
  switch (kind) {
    case 'data':
      return payload > 0;
    case 'SYN':
      return isSyn && !isAck;
    case 'SYN,ACK':
      return isSyn && isAck;
    case 'ACK':
      return payload === 0 && flags.length === 1 && isAck;
    case 'FIN':
    case 'RST':
      return flags.includes(kind);
  }
}

function codes(text: string): readonly number[] {
  return Array.from(text, (character) => character.codePointAt(0) as number);
}

/** From 0 up to 100, the same for the same numbers: the mixing steps of MurmurHash3, one number after the other. */
function drawPercent(numbers: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const number of numbers) {
    hash = Math.imul(hash ^ number, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return ((hash >>> 0) / 2 ** 32) * 100;
}

// Rules of the cable as verdicts on its frames.
import { type CableRule, createRuleBook, type RuledFrame, serializeCableRules } from '@lockstep/lab';
import { protocolOf, type Travelling } from './frame-facts.ts';
import type { Judge, Verdict } from './verdict.ts';

export interface JudgeOptions {
  /** Drives the chance in rules. */
  readonly seed: number;
  /** What becomes of a frame that no rule is about. */
  readonly otherwise: () => Verdict;
}

export function createJudge(rules: readonly CableRule[], { seed, otherwise }: JudgeOptions): Judge {
  const book = createRuleBook(rules, seed);
  const awaited = new Map<number, readonly Await[]>();
  const awaits = new Map<CableRule, Await>(
    rules.flatMap((rule) => (rule.act === 'hold' ? [[rule, createAwait(rule.until.ordinals?.length)] as const] : [])),
  );

  function verdictOf(rule: CableRule | undefined): Verdict {
    if (!rule || rule.act === 'rate') return otherwise();
    const reason = serializeCableRules([rule]);
    switch (rule.act) {
      case 'pass':
        return { kind: 'pass' };
      case 'drop':
      case 'duplicate':
        return { kind: rule.act, reason };
      case 'delay':
        return { kind: 'delay', ms: rule.ms, reason };
      case 'hold':
        return { kind: 'hold', by: 'rule', isOver: awaits.get(rule)?.begin() ?? (() => true), reason };
    }
  }

  return {
    judge(frame) {
      const { rule, awaitedBy } = book.next(ruledFrame(frame));
      if (awaitedBy.size > 0)
        awaited.set(
          frame.number,
          [...awaitedBy].flatMap((one) => awaits.get(one) ?? []),
        );
      return verdictOf(rule);
    },
    arrived(frame) {
      for (const one of awaited.get(frame) ?? []) one.arrived();
      // It may arrive twice; it is awaited once.
      awaited.delete(frame);
    },
  };
}

/** How many of the frames that a hold waits for have arrived. */
interface Await {
  arrived(): void;
  /** A frame is held from now on; tells whether it has been long enough. */
  begin(): () => boolean;
}

/** @param count all of so many; undefined: the next one. */
function createAwait(count: number | undefined): Await {
  let arrivals = 0;
  return {
    arrived: () => void arrivals++,
    begin() {
      const enough = count ?? arrivals + 1;
      return () => arrivals >= enough;
    },
  };
}

function ruledFrame({ from, frame, segment }: Travelling): RuledFrame {
  return segment
    ? { host: from, protocol: 'tcp', flags: segment.header.flags, payload: segment.header.payloadLength }
    : { host: from, protocol: protocolOf(frame), flags: [], payload: 0 };
}

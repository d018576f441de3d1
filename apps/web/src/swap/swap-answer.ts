// The answer in one sentence, as data: the words are chosen on screen.
import type { SwapTest } from './swap-test.ts';

export interface SwapAnswer {
  readonly kind:
    | 'asking'
    /** By a chain that lasts. */
    | 'always'
    /** No schedule at all. */
    | 'forced'
    | 'free'
    /** By turn in this run; with another choice it is the other way round. */
    | 'turn'
    | 'instead'
    /** By turn in this run; whether it could be otherwise is not known. */
    | 'this-run'
    | 'nothing-recorded'
    | 'limit'
    | 'unreachable';
  /** Choices of the recorded schedule that the other one keeps. */
  readonly kept: number;
  /** States that were looked at. */
  readonly states: number;
}

export function answerTo({ order, verdict }: Extract<SwapTest, { kind: 'told' }>): SwapAnswer {
  const told = (kind: SwapAnswer['kind'], more: Partial<SwapAnswer> = {}) => ({ kind, kept: 0, states: 0, ...more });
  if (order.forced && order.lasting) return told('always');
  if (verdict === 'asking') return told('asking');
  if (verdict === 'unreachable') return told(order.forced ? 'this-run' : 'unreachable');
  switch (verdict?.order) {
    case 'forced':
      return told('forced', verdict);
    case 'free':
      return told(order.forced ? 'turn' : 'free', verdict);
    case 'instead':
      return told('instead', verdict);
    case 'unknown':
      if (order.forced) return told('this-run');
      return told(verdict.why === 'not-there' || verdict.why === 'not-asked' ? 'nothing-recorded' : 'limit');
    case undefined:
      return told(order.forced ? 'this-run' : 'nothing-recorded');
  }
}

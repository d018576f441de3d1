import type { KnobValues } from '@lockstep/trace';
import type { Framing } from './framers.ts';
import type { Lie, SentFraming } from './messages.ts';

/** What a run is made with. */
export interface Setting {
  readonly framing: SentFraming;
  readonly decoder: Framing;
  readonly lie: Lie;
  readonly recvBytes: number;
}

export function settingOf(knobs: KnobValues): Setting {
  const framing = knobs['framing'] as SentFraming;
  return {
    framing,
    decoder: knobs['decoder'] === 'same' ? framing : (knobs['decoder'] as Framing),
    lie: knobs['lie'] as Lie,
    recvBytes: Number(knobs['recvBytes']),
  };
}

import type { KnobValues, Mode } from '@lockstep/trace';

/** `results`: a remote shell without the shell. `burst`: messages that are sent back to back. */
export type Story = 'results' | 'burst';
type Remedy = 'none' | 'bigger-recv' | 'sleep' | 'no-nagle';

/** What a run is made with: the knobs of its mode, and what the remedy makes of them. */
export interface Setting {
  readonly story: Story;
  readonly remedy: Remedy;
  /** Length of the first answer. */
  readonly listBytes: number;
  readonly messages: number;
  readonly messageBytes: number;
  readonly recvBytes: number;
  readonly betweenMs: number;
  readonly readsAfterMs: number;
  readonly noDelay: boolean;
}

const BIGGER = 2;
const SLEEP_MS = 50;

export function settingOf(knobs: KnobValues, mode: Mode): Setting {
  const isMany = mode === 'batch';
  const remedy = knobs['remedy'] as Remedy;
  const betweenMs = Number(knobs['betweenMs']);
  return {
    story: (isMany ? knobs['repeated'] : knobs['story']) as Story,
    remedy,
    listBytes: Number(knobs['listBytes']),
    messages: Number(knobs['messages']),
    messageBytes: Number(knobs['messageBytes']),
    recvBytes: Number(knobs['recvBytes']) * (remedy === 'bigger-recv' ? BIGGER : 1),
    betweenMs: remedy === 'sleep' ? Math.max(betweenMs, SLEEP_MS) : betweenMs,
    readsAfterMs: Number(isMany ? knobs['soonMs'] : knobs['lateMs']),
    noDelay: remedy === 'no-nagle' || knobs['nagle'] === false,
  };
}

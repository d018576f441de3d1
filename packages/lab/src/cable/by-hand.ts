// Runs by hand of labs with a cable: how the things that a hand can do are numbered, and what it may be asked for.
import type { Choice, Knob } from '../knobs.ts';
import { FRAME_ACTS, type FrameAct } from '../scenario.ts';
import type { Text } from '../text.ts';

/** The choice after which nothing is held any more, and the run goes on to its end by itself. */
export const LET_THE_REST_PASS = 7;

/** What a hand's delay comes to. */
export const HAND_DELAY_MS = 200;

/** Why a frame is held, in its event, when no rule is about it. */
export const BY_HAND = 'by hand';

/** Programs are numbered from 1, below `LET_THE_REST_PASS`; above it each frame has room for eight acts. */
const ACTS_A_FRAME = 8;

/** The number of the choice to do this with that frame. */
export function frameChoice(frame: number, act: FrameAct): number {
  return frame * ACTS_A_FRAME + FRAME_ACTS.indexOf(act);
}

/** The frame and the act that a choice stands for; undefined: it is about no frame. */
export function parseFrameChoice(choice: number): { readonly frame: number; readonly act: FrameAct } | undefined {
  const act = FRAME_ACTS[choice % ACTS_A_FRAME];
  return choice < ACTS_A_FRAME || act === undefined ? undefined : { frame: Math.floor(choice / ACTS_A_FRAME), act };
}

/** What waits for the hand. */
export type Holds = 'frames' | 'calls' | 'both';

const HOLDS: readonly { readonly value: Holds; readonly label: Text }[] = [
  { value: 'frames', label: { en: 'frames', zh: '帧' } },
  { value: 'calls', label: { en: 'calls', zh: '调用' } },
  { value: 'both', label: { en: 'both', zh: '两者' } },
];

/** For labs that can be run by hand: what is held until the hand lets it go. */
export const holdKnob: Extract<Knob, { kind: 'choice' }> = {
  id: 'hold',
  kind: 'choice',
  modes: ['stepped'],
  label: { en: 'by hand', zh: '手动放行' },
  help: {
    en: 'Frames wait in the middle of the cable, programs wait before each system call.',
    zh: '帧停在网线中间；程序停在每次系统调用之前。',
  },
  initial: 'frames',
  choices: HOLDS,
};

/** What the knob says; without it, frames. */
export function parseHolds(value: unknown): Holds {
  return HOLDS.find((one) => one.value === value)?.value ?? 'frames';
}

export interface RulesKnobOptions {
  /** As the lab's actors name them. */
  readonly hosts: readonly string[];
  /** Default: none, everything passes. */
  readonly initial?: string;
  /** Rules worth trying, by name. */
  readonly presets?: readonly Choice[];
}

/** What the cable does with which frames. */
export function rulesKnob({ hosts, initial = '', presets }: RulesKnobOptions): Extract<Knob, { kind: 'rules' }> {
  return {
    id: 'rules',
    kind: 'rules',
    label: { en: 'the cable', zh: '网线' },
    help: {
      en: 'What the cable does with which frames. What no rule is about passes; by hand it waits for you.',
      zh: '网线怎样对待哪些帧。没有规则提到的帧照常通过；手动时则等你放行。',
    },
    initial,
    hosts,
    ...(presets && { presets }),
  };
}

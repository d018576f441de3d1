import type { KnobValues } from '@lockstep/trace';

/** What a run is about: boundaries and cuts, who is there first, a full buffer, or how much a datagram holds. */
export type Story = 'three' | 'first' | 'overflow' | 'size';

export function storyOf(knobs: KnobValues): Story {
  return knobs['story'] as Story;
}

/** The function of program.ts that each host runs. */
export const PROGRAMS: Readonly<Record<Story, { readonly client: string; readonly server: string }>> = {
  three: { client: 'sendsThree', server: 'takesThree' },
  first: { client: 'comesFirst', server: 'comesLater' },
  overflow: { client: 'floods', server: 'sleepsLong' },
  size: { client: 'sendsOne', server: 'takesOne' },
};

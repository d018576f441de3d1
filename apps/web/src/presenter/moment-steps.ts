// The named places of the run on screen, as steps: where an instructor jumps to.
import type { Lab, Text } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { foundMoments } from '../player/found-moments.ts';

export interface MomentStep {
  readonly id: string;
  readonly label: Text;
  /** The cursor at which its event has just happened. */
  readonly step: number;
}

/** In the order in which this run showed them. */
export function momentSteps(lab: Lab, trace: Trace | undefined, length: number): readonly MomentStep[] {
  if (!trace || length === 0) return [];
  const found = foundMoments(lab, trace);
  return lab.moments
    .flatMap((moment) => {
      const seq = found.get(moment.id);
      return seq === undefined || seq >= length ? [] : [{ id: moment.id, label: moment.label, step: seq + 1 }];
    })
    .sort((a, b) => a.step - b.step);
}

export function nextMoment(moments: readonly MomentStep[], cursor: number): MomentStep | undefined {
  return moments.find(({ step }) => step > cursor);
}

export function previousMoment(moments: readonly MomentStep[], cursor: number): MomentStep | undefined {
  return moments.findLast(({ step }) => step < cursor);
}

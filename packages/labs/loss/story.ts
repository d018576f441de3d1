// The stories of this lab: what the cable does, as rules that anybody could write.
import type { KnobValues, Mode } from '@lockstep/trace';

/** How often the last block is lost in the story of back-off. */
const LOST_AGAIN = 3;

/** The rules that the knobs come to; by hand the learner is the cable. */
export function rulesOf(knobs: KnobValues, mode: Mode): string {
  if (mode === 'stepped') return '';
  const blocks = Number(knobs['blocks']);
  const percent = Number(knobs['lossPercent']);
  switch (knobs['story']) {
    case 'middle':
      return 'drop client data 2';
    case 'last':
      return `drop client data ${blocks}`;
    case 'again':
      return `drop client data ${blocks}-${blocks + LOST_AGAIN - 1}`;
    case 'syn':
      return 'drop client SYN 1';
    case 'ack':
      return 'drop server ACK 2';
    case 'duplicate':
      return 'duplicate client data 2';
    case 'reorder':
      return 'hold client data 2 until client data 3';
    case 'chance':
      return `drop client data ${percent}%; drop server ACK ${percent}%`;
    default:
      return '';
  }
}

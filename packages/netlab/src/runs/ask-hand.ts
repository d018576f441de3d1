import { LET_THE_REST_PASS, type RunContext } from '@lockstep/lab';
import type { Message } from '../cable/message.ts';

type Offer = Extract<Message, { kind: 'offer' }>;

/**
 * Offers the learner what a sandbox offers, and tells it what was chosen. Frames come and go while the learner thinks:
 * each offer goes out anew, and one that was made before the last choice arrived is passed over.
 */
export function createAskHand(
  context: Pick<RunContext, 'offer' | 'nextStep'>,
  choose: (choice: number) => void,
): (offer: Offer) => void {
  let chosen = 0;
  let isAsking = false;
  let isOver = false;

  async function ask(): Promise<void> {
    isAsking = true;
    const choice = await context.nextStep();
    isAsking = false;
    chosen++;
    isOver = choice === LET_THE_REST_PASS;
    choose(choice);
  }

  return ({ choices, answered }) => {
    if (isOver || answered < chosen) return;
    context.offer(choices);
    // The run may end while the learner is still asked: then nobody needs the answer.
    if (!isAsking) ask().catch(() => undefined);
  };
}

import type { Player } from '../player/player.ts';
import { openPrediction } from '../player/player-state.ts';
import { askSwap } from './ask-swap.ts';
import { marksOf, questionAbout, type SwapTest, testOrder } from './swap-test.ts';

/** The present event is the first of the two, or the second: then it is told whether they could have changed places. */
export async function pickForSwap(player: Player): Promise<void> {
  const { trace, cursor, swap, lab } = player.store.getState();
  // Where a lab cannot be run, nobody is there who could be asked.
  if (!trace || cursor === 0 || lab.modes.length === 0 || openPrediction(player.store.getState())) return;
  const seq = cursor - 1;
  if (swap?.kind !== 'picking') return show(player, { kind: 'picking', first: seq });
  if (swap.first === seq) return show(player, undefined);
  const told = testOrder(trace, swap.first, seq);
  const question = questionAbout(trace, told);
  if (!question) return show(player, told);
  const asking: SwapTest = { ...told, verdict: 'asking' };
  show(player, asking);
  const { mode, knobs } = trace.header;
  const verdict = await askSwap(lab, mode, knobs, question);
  // Meanwhile another two may have been picked, or another run opened.
  if (player.store.getState().swap === asking) show(player, { ...told, verdict });
}

export function dropSwap(player: Player): void {
  show(player, undefined);
}

function show(player: Player, swap: SwapTest | undefined): void {
  player.store.setState({ swap, marks: marksOf(swap) });
}

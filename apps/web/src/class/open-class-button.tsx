import { useState } from 'react';
import { useBench } from '../player/bench.ts';
import { remembered } from '../settings/remembered.ts';
import { classWords } from '../words/class-words.ts';
import { useWords } from '../words/use-words.ts';
import { classSession } from './class-session.ts';
import { useClass } from './class-state.ts';
import { blankView, viewOf } from './view-of.ts';

/** Opens a class with what is on screen. In a class there is nothing to open. */
export function OpenClassButton() {
  const words = useWords(classWords);
  const { player } = useBench();
  const stage = useClass((state) => state.stage);
  const [isOpening, setIsOpening] = useState(false);
  if (stage === 'in' || stage === 'away') return undefined;

  async function open(): Promise<void> {
    const state = player.store.getState();
    if (isOpening) return;
    setIsOpening(true);
    await classSession().open(viewOf(state, undefined) ?? blankView(state), remembered('name'));
    setIsOpening(false);
  }

  return (
    <button type="button" className="tog" onClick={() => void open()}>
      {isOpening ? words.opening : words.open}
    </button>
  );
}

import type { ClassAct } from '@lockstep/lab';
import { viewOf } from '../class/view-of.ts';
import { loadLab } from '../labs/lab-parts.ts';
import { labs } from '../labs/labs.ts';
import { usePlayer } from '../player/bench.ts';
import { initialState } from '../player/player-state.ts';
import { presenterWords } from '../words/presenter-words.ts';
import { useSay, useWords } from '../words/use-words.ts';

/** Takes the whole class to another lab, to the start of its own recording. */
export function OtherLab({ onAct }: { readonly onAct: (act: ClassAct) => void }) {
  const words = useWords(presenterWords);
  const say = useSay();
  const shown = usePlayer((state) => state.lab.id);

  async function show(id: string): Promise<void> {
    const lab = await loadLab(id);
    const view = lab && viewOf(initialState(lab), undefined);
    if (view) onAct({ kind: 'show', view });
  }

  return (
    <select
      className="other-lab"
      aria-label={words.otherLab}
      value=""
      onChange={(event) => void show(event.target.value)}
    >
      <option value="" disabled hidden>
        {words.otherLab}
      </option>
      {labs
        .filter(({ id }) => id !== shown)
        .map((lab) => (
          <option key={lab.id} value={lab.id}>
            {lab.track}
            {lab.place} {say(lab.title)}
          </option>
        ))}
    </select>
  );
}

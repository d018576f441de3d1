import { type FrameAct, type FrameStory, rulesWith } from '@lockstep/lab';
import { useBench, usePlayer } from '../player/bench.ts';
import { cableWords } from '../words/cable-words.ts';
import { useWords } from '../words/use-words.ts';
import { ActKeys } from './act-keys.tsx';
import { FrameFace, frameLabel } from './frame-face.tsx';

/** The frame at the cursor with what became of it; any other key makes a run in which something else does. */
export function RecordedFrame({ story }: { readonly story: FrameStory }) {
  const words = useWords(cableWords);
  const { session } = useBench();
  const { trace, relative } = usePlayer((state) => ({ trace: state.trace, relative: state.relative }));
  const label = trace && frameLabel(trace, story, relative);
  if (!trace || !label) return undefined;
  const canFork = rulesWith(trace, story.frame, 'deliver') !== undefined;
  return (
    <div className={`held-plate ls-c${label.colour}`} data-current="true">
      <div className="plate-face">
        <FrameFace label={label} />
      </div>
      <ActKeys
        name={`${label.flags}, ${words.frame(story.frame)}`}
        pressed={actOf(story)}
        isOff={!canFork}
        hasLetters={false}
        onAct={(act) => void session.forkFrame(story.frame, act)}
      />
      <p className="aside">{canFork ? words.forks : words.noFork}</p>
    </div>
  );
}

function actOf({ fate }: FrameStory): FrameAct | 'hold' {
  if (!fate) return 'hold';
  return fate.act === 'pass' ? 'deliver' : fate.act;
}

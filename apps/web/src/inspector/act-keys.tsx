import { FRAME_ACTS, type FrameAct } from '@lockstep/lab';
import { ACT_KEYS } from '../player/cable-keys.ts';
import { cableWords } from '../words/cable-words.ts';
import { useWords } from '../words/use-words.ts';

interface ActKeysProps {
  /** How the frame is called, for whoever does not see it. */
  readonly name: string;
  /** What is so now, or was: to hold is not to choose. */
  readonly pressed: FrameAct | 'hold';
  readonly isOff: boolean;
  /** It is the one that letters act on. */
  readonly hasLetters: boolean;
  readonly onAct: (act: FrameAct) => void;
}

const ALL = [FRAME_ACTS[0], 'hold', ...FRAME_ACTS.slice(1)] as const;

/** Deliver, hold, drop, duplicate, delay: one of them is so, the others can be made so. */
export function ActKeys({ name, pressed, isOff, hasLetters, onAct }: ActKeysProps) {
  const words = useWords(cableWords);
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- keys of one frame, not fields of a form
    <div className="act-keys" role="group" aria-label={words.keysOf(name)}>
      {ALL.map((act) => {
        const letter = hasLetters && act !== 'hold' ? ACT_KEYS[act] : undefined;
        const canPress = !isOff && act !== pressed && act !== 'hold';
        return (
          <button
            key={act}
            type="button"
            className="act-key"
            aria-pressed={act === pressed}
            aria-disabled={!canPress}
            aria-keyshortcuts={letter}
            onClick={() => {
              if (canPress) onAct(act);
            }}
          >
            {words.acts[act]}
            {letter ? (
              <kbd className="key" aria-hidden="true">
                {letter}
              </kbd>
            ) : undefined}
          </button>
        );
      })}
    </div>
  );
}

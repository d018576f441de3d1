import { type FrameStory, frameChoice } from '@lockstep/lab';
import { useEffect, useRef } from 'react';
import { useBench, usePlayer } from '../player/bench.ts';
import { inHand } from '../player/held-frames.ts';
import { cableWords } from '../words/cable-words.ts';
import { useWords } from '../words/use-words.ts';
import { ActKeys } from './act-keys.tsx';
import { FrameFace, frameLabel } from './frame-face.tsx';

interface HeldFramesProps {
  readonly held: readonly FrameStory[];
  readonly isOff: boolean;
}

/** The frames that the cable holds, the oldest first, each with its keys. */
export function HeldFrames({ held, isOff }: HeldFramesProps) {
  const words = useWords(cableWords);
  const { player, session } = useBench();
  const { trace, selected, relative } = usePlayer((state) => ({
    trace: state.trace,
    selected: state.selection.frame,
    relative: state.relative,
  }));
  const list = useKeptFocus(held);
  const current = inHand(held, selected)?.frame;
  if (!trace) return undefined;
  return (
    <ol className="plates" ref={list} tabIndex={-1} aria-label={words.title}>
      {held.map((story, index) => {
        const label = frameLabel(trace, story, relative);
        const { frame } = story;
        const digit = index < LAST_DIGIT ? String(index + 1) : undefined;
        return label ? (
          <li key={frame} className={`held-plate ls-c${label.colour}`} data-current={frame === current || undefined}>
            <button
              type="button"
              className="plate-face"
              aria-pressed={frame === current}
              aria-keyshortcuts={digit}
              onClick={() => player.select({ frame })}
            >
              {digit ? (
                <kbd className="key" aria-hidden="true">
                  {digit}
                </kbd>
              ) : undefined}
              <FrameFace label={label} />
            </button>
            <ActKeys
              name={`${label.flags}, ${words.frame(frame)}`}
              pressed="hold"
              isOff={isOff}
              hasLetters={frame === current}
              onAct={(act) => void session.step(frameChoice(frame, act))}
            />
          </li>
        ) : undefined;
      })}
    </ol>
  );
}

const LAST_DIGIT = 9;

/** A plate that goes takes its keys along: whoever was on one of them is on the frame in hand then, or on the list. */
function useKeptFocus(held: readonly FrameStory[]): React.RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null);
  const wasInside = useRef(false);
  const frames = held.map(({ frame }) => frame).join(' ');
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    if (wasInside.current && document.activeElement === document.body) {
      const next = element.querySelector<HTMLElement>('[data-current] .act-key') ?? element;
      next.focus({ preventScroll: true });
    }
    const enter = (): void => {
      wasInside.current = true;
    };
    const leave = (event: FocusEvent): void => {
      if (event.relatedTarget !== null) wasInside.current = false;
    };
    element.addEventListener('focusin', enter);
    element.addEventListener('focusout', leave);
    return () => {
      element.removeEventListener('focusin', enter);
      element.removeEventListener('focusout', leave);
    };
  }, [frames]);
  return list;
}

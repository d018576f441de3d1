import { transportWords } from '../words/transport-words.ts';
import { useWords } from '../words/use-words.ts';

const PATHS = {
  first: 'M3 3h2v12H3zM15 3v12L6 9z',
  back: 'M13 3v12L4 9z',
  play: 'M5 2.5v13L15.5 9z',
  pause: 'M4 3h3.5v12H4zM10.5 3H14v12h-3.5z',
  forward: 'M5 3v12l9-6z',
  last: 'M13 3h2v12h-2zM3 3v12l9-6z',
} as const;

interface PressButtonsProps {
  readonly isPlaying: boolean;
  readonly isOff: boolean;
  readonly onFirst: () => void;
  readonly onBack: () => void;
  readonly onPlay: () => void;
  readonly onForward: () => void;
  readonly onLast: () => void;
}

/** First, back, play, forward, last: of one run, or of two at once. */
export function PressButtons({ isPlaying, isOff, onFirst, onBack, onPlay, onForward, onLast }: PressButtonsProps) {
  const words = useWords(transportWords);
  const play = isPlaying ? 'pause' : 'play';
  return (
    <div className="tb">
      <Press name="first" label={words.first} keys="Home" isOff={isOff} onPress={onFirst} />
      <Press name="back" label={words.back} keys="ArrowLeft" isOff={isOff} onPress={onBack} />
      <Press name={play} label={words[play]} keys="Space" isOff={isOff} onPress={onPlay} />
      <Press name="forward" label={words.forward} keys="ArrowRight" isOff={isOff} onPress={onForward} />
      <Press name="last" label={words.last} keys="End" isOff={isOff} onPress={onLast} />
    </div>
  );
}

interface PressProps {
  readonly name: keyof typeof PATHS;
  readonly label: string;
  readonly keys: string;
  readonly isOff: boolean;
  readonly onPress: () => void;
}

function Press({ name, label, keys, isOff, onPress }: PressProps) {
  return (
    <button
      type="button"
      className={name === 'play' || name === 'pause' ? 'play' : undefined}
      aria-label={label}
      aria-keyshortcuts={keys}
      title={label}
      disabled={isOff}
      onClick={onPress}
    >
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <path d={PATHS[name]} fill="currentColor" />
      </svg>
    </button>
  );
}

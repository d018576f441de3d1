import { useSettings } from '../settings/settings.ts';
import { frameWords } from '../words/frame-words.ts';
import { useWords } from '../words/use-words.ts';

export function ThemeSwitch() {
  const words = useWords(frameWords);
  const toggleTheme = useSettings((settings) => settings.toggleTheme);
  return (
    <button type="button" className="tog" aria-label={words.otherTheme} title={words.otherTheme} onClick={toggleTheme}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.5a6.5 6.5 0 010 13z" fill="currentColor" />
      </svg>
    </button>
  );
}

import { useEffect } from 'react';
import { usePlayer } from './bench.ts';

/**
 * A new run takes away what started it (the fork button, the gate keys), or leaves the caret in a field, where digits
 * would be typed instead of letting threads go. Then the figure has the focus; any other focus is left alone.
 */
export function useRunFocus(): void {
  const token = usePlayer((state) => state.token);
  useEffect(() => {
    if (token === undefined) return;
    const focused = document.activeElement;
    if (focused && focused !== document.body && !focused.matches('input, select, :disabled')) return;
    document.getElementById('stage')?.focus({ preventScroll: true });
  }, [token]);
}

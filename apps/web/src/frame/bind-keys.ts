import { tinykeys } from 'tinykeys';
import { isKeyTaken } from './is-key-taken.ts';

/** Keys of the whole page, for as long as nothing else has the key. Returns what lets them go. */
export function bindKeys(bindings: Readonly<Record<string, (event: KeyboardEvent) => void>>): () => void {
  return tinykeys(
    window,
    Object.fromEntries(
      Object.entries(bindings).map(([keys, act]) => [
        keys,
        (event: KeyboardEvent) => {
          if (isKeyTaken(event)) return;
          event.preventDefault();
          act(event);
        },
      ]),
    ),
  );
}

import type { KeyboardEvent } from 'react';

/** What makes a part of the drawing a button for mouse and keyboard. */
export function pressable(name: string, onPress: () => void) {
  return {
    role: 'button',
    tabIndex: 0,
    'aria-label': name,
    onClick: onPress,
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      onPress();
    },
  } as const;
}

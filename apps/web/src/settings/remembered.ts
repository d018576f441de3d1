// What the browser keeps between visits. Storage may be forbidden or full; then nothing is remembered and nothing breaks.

export function remembered(key: string): string | undefined {
  try {
    return localStorage.getItem(`lockstep.${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`lockstep.${key}`, value);
  } catch {
    // Private windows refuse; the choice then lasts as long as the page.
  }
}

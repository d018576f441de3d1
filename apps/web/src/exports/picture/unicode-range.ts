/** Whether a code point is in a `unicode-range` of CSS: `U+0-FF, U+2191, U+4??`. An empty one is everything. */
export function isInRange(codePoint: number, range: string): boolean {
  if (range.trim() === '') return true;
  return range.split(',').some((part) => {
    const [, from = '', to] = /^u\+([\da-f?]+)(?:-([\da-f]+))?$/i.exec(part.trim()) ?? [];
    if (from === '') return false;
    const first = Number.parseInt(from.replaceAll('?', '0'), 16);
    const last = Number.parseInt(to ?? from.replaceAll('?', 'F'), 16);
    return codePoint >= first && codePoint <= last;
  });
}

// SVG does not tell how wide a text is before it is drawn. Both faces are known, so a count of characters is enough
// to place boxes and to decide what fits.

const WIDE = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/u;

/** Width in JetBrains Mono: 0.6 em a character, 1 em where it is Chinese. */
export function monoWidth(text: string, sizePx: number): number {
  return widthOf(text, 0.6) * sizePx;
}

/** Width in Inter, about: 0.54 em a character on average, 1 em where it is Chinese. */
export function sansWidth(text: string, sizePx: number): number {
  return widthOf(text, 0.54) * sizePx;
}

function widthOf(text: string, narrow: number): number {
  let em = 0;
  for (const character of text) em += WIDE.test(character) ? 1 : narrow;
  return em;
}

/** Longer labels tear a diagram apart. */
const LONGEST = 140;

/**
 * A text that Mermaid draws as it is: what its grammar or HTML would take for something else goes as an entity code
 * (`#59;` is a semicolon), and there is one line of it.
 */
export function mermaidText(text: string): string {
  const line = text
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const characters = [...line];
  const short = characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : line;
  return short.replaceAll(/[!-~]/g, (character) =>
    /[\w.,()/=+*'-]/.test(character) ? character : `#${character.charCodeAt(0)};`,
  );
}

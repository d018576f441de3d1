// The page's own fonts, to be put into a picture that is drawn apart from the page.
import { isInRange } from './unicode-range.ts';

/** `@font-face` rules with the font files in them; only of those slices that a letter of the text needs. */
export async function fontsFor(text: string): Promise<string> {
  const letters = [...new Set(text)].map((letter) => letter.codePointAt(0) ?? 0);
  const wanted = [...document.styleSheets].flatMap(rulesOf).filter(({ style }) => {
    const range = style.getPropertyValue('unicode-range');
    return letters.some((letter) => isInRange(letter, range));
  });
  return (await Promise.all(wanted.map(embedded))).join('\n');
}

function rulesOf(sheet: CSSStyleSheet): readonly CSSFontFaceRule[] {
  try {
    return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
  } catch {
    // A sheet from elsewhere does not let itself be read; none of ours is.
    return [];
  }
}

async function embedded(rule: CSSFontFaceRule): Promise<string> {
  const [, url] = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src')) ?? [];
  if (url === undefined) return '';
  const base = rule.parentStyleSheet?.href ?? location.href;
  const address = url.startsWith('data:') ? url : await dataUrl(new URL(url, base).href);
  return rule.cssText.replace(/src:[^;]+;/, `src: url(${address}) format("woff2");`);
}

async function dataUrl(url: string): Promise<string> {
  const font = await (await fetch(url)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      if (typeof reader.result === 'string') resolve(reader.result.replace(/^data:[^;,]*/, 'data:font/woff2'));
    };
    reader.onerror = () => reject(reader.error ?? new Error(`${url} cannot be read`));
    reader.readAsDataURL(font);
  });
}

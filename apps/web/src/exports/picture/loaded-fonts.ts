// The fonts that the page draws with now, to be put into a picture that is drawn apart from the page.

/** `@font-face` rules with the font files in them; only of those slices that something on the page needed. */
export async function loadedFonts(): Promise<string> {
  const loaded = new Set<string>();
  for (const face of document.fonts) if (face.status === 'loaded') loaded.add(keyOf(face.family, face.unicodeRange));
  const rules = [...document.styleSheets].flatMap(rulesOf);
  const wanted = rules.filter(({ style }) =>
    loaded.has(keyOf(style.getPropertyValue('font-family'), style.getPropertyValue('unicode-range'))),
  );
  return (await Promise.all(wanted.map(embedded))).join('\n');
}

function keyOf(family: string, range: string): string {
  const whole = range === '' ? 'U+0-10FFFF' : range;
  return `${family.replaceAll(/["']/g, '')} ${whole.replaceAll(/\s+/g, '').toLowerCase()}`;
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

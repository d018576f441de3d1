/** A colour that any viewer knows, and how much of it; undefined: nothing is to be seen. */
export interface Colour {
  readonly hex: string;
  readonly opacity: number | undefined;
}

/** Reads what browsers compute: `rgb()`, `rgba()`, and `color(srgb …)`, which comes of mixing. */
export function colourOf(computed: string): Colour | undefined {
  const isMixed = computed.startsWith('color(srgb');
  const [red, green, blue, alpha = 1] = [...computed.matchAll(/[\d.]+(?:e-?\d+)?/g)].map(([number]) => Number(number));
  if (red === undefined || green === undefined || blue === undefined || alpha === 0) return undefined;
  if (!isMixed && !computed.startsWith('rgb')) return undefined;
  const hex = [red, green, blue].map((part) =>
    Math.round(isMixed ? part * 255 : part)
      .toString(16)
      .padStart(2, '0'),
  );
  return { hex: `#${hex.join('')}`, opacity: alpha === 1 ? undefined : Math.round(alpha * 1000) / 1000 };
}

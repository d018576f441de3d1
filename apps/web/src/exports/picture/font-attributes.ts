/** Fonts by name, with what stands in for them where they are not installed. */
export function fontAttributes(style: CSSStyleDeclaration): Readonly<Record<string, string | undefined>> {
  const other = (value: string, usual: string) => (value === usual ? undefined : value);
  return {
    'font-family': familyOf(style.fontFamily),
    'font-size': style.fontSize,
    'font-weight': other(style.fontWeight, '400'),
    'font-style': other(style.fontStyle, 'normal'),
    'letter-spacing': other(style.letterSpacing, 'normal'),
    'font-variant-numeric': other(style.fontVariantNumeric, 'normal'),
    'text-decoration': style.textDecorationLine === 'none' ? undefined : style.textDecorationLine,
  };
}

/** Sets the picture's type as the page's is set: letters would have other widths without it. */
export function setType(svg: SVGSVGElement, { textRendering, fontFeatureSettings }: CSSStyleDeclaration): void {
  svg.setAttribute('text-rendering', textRendering);
  // A style attribute that is written as text is none to the page's own rules.
  svg.style.setProperty('font-feature-settings', fontFeatureSettings);
}

/** Installed, a variable font goes by its plain name. */
export function familyOf(computed: string): string {
  return computed.replaceAll(/"((?:Inter|JetBrains Mono|Noto Sans SC)) Variable"/g, '"$1 Variable", "$1"');
}

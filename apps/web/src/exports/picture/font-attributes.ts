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

/** How the whole page sets its type. Letters would have other widths without it. */
export function typeAttributes(style: CSSStyleDeclaration): Readonly<Record<string, string>> {
  return {
    'text-rendering': style.textRendering,
    style: `font-feature-settings:${style.fontFeatureSettings.replaceAll('"', "'")}`,
  };
}

/** Installed, a variable font goes by its plain name. */
export function familyOf(computed: string): string {
  return computed.replaceAll(/"((?:Inter|JetBrains Mono|Noto Sans SC)) Variable"/g, '"$1 Variable", "$1"');
}

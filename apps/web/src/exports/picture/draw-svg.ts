// A drawing of the page as a drawing of the picture: the same shapes, with what the style sheet says of each written on it.
import { colourOf } from './colour.ts';
import { familyOf } from './font-attributes.ts';
import { type Paper, SVG, set } from './sheet-of-paper.ts';

/** Whoever lies in an element has these too, unless it says otherwise. */
const INHERITED = [
  'fill-rule',
  'stroke-width',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-linecap',
  'stroke-linejoin',
  'font-size',
  'font-weight',
  'font-style',
  'letter-spacing',
  'text-anchor',
  'font-variant-numeric',
  'visibility',
  'paint-order',
] as const;

/** With what each is where nothing is said. */
const OWN: Readonly<Record<string, string>> = {
  opacity: '1',
  'dominant-baseline': 'auto',
  'baseline-shift': 'baseline',
  'clip-path': 'none',
  mask: 'none',
  display: 'inline',
};

const KEPT =
  /^(x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|d|dx|dy|points|width|height|viewBox|preserveAspectRatio|id|offset|href|pattern.*|gradient.*|clipPathUnits|text-anchor|textLength|lengthAdjust|transform|rotate|ref[XY]|marker.*|orient)$/;

export function drawSvg(original: SVGSVGElement, into: Element, paper: Paper): void {
  const rect = original.getBoundingClientRect();
  if (rect.width === 0 || rect.height === 0) return;
  const ids = new Map<string, string>();
  for (const { id } of original.querySelectorAll('[id]')) ids.set(id, paper.newId());
  const copy = copyOf(original, undefined, ids);
  if (!copy) return;
  const place = { x: paper.x(rect.left), y: paper.y(rect.top), width: rect.width, height: rect.height };
  copy.removeAttribute('transform');
  set(copy, { ...place, overflow: getComputedStyle(original).overflow === 'visible' ? 'visible' : 'hidden' });
  into.append(copy);
}

function copyOf(
  original: Element,
  around: CSSStyleDeclaration | undefined,
  ids: ReadonlyMap<string, string>,
): Element | undefined {
  const style = getComputedStyle(original);
  // What only defines is not displayed, and is needed all the same.
  if (style.display === 'none' && !original.closest('defs')) return undefined;
  const copy = document.createElementNS(SVG, original.localName);
  for (const { name, value } of original.attributes)
    if (KEPT.test(name)) copy.setAttribute(name, name === 'id' ? (ids.get(value) ?? value) : withIds(value, ids));
  writeStyle(copy, style, around, ids);
  for (const node of original.childNodes) {
    if (node instanceof Text) copy.append(node.data);
    else if (node instanceof SVGElement) {
      const child = copyOf(node, style, ids);
      if (child) copy.append(child);
    }
  }
  holdToLength(original, copy);
  return copy;
}

function writeStyle(
  copy: Element,
  style: CSSStyleDeclaration,
  around: CSSStyleDeclaration | undefined,
  ids: ReadonlyMap<string, string>,
): void {
  for (const name of ['fill', 'stroke'] as const) {
    const value = style.getPropertyValue(name);
    const isInherited = around?.getPropertyValue(name) === value;
    if (!isInherited) set(copy, paintAttributes(name, value, ids));
    const opacity = style.getPropertyValue(`${name}-opacity`);
    if (opacity !== '1') copy.setAttribute(`${name}-opacity`, opacity);
  }
  for (const name of INHERITED) {
    const value = style.getPropertyValue(name);
    if (value !== '' && around?.getPropertyValue(name) !== value) copy.setAttribute(name, value);
  }
  if (around?.fontFamily !== style.fontFamily) copy.setAttribute('font-family', familyOf(style.fontFamily));
  for (const [name, usual] of Object.entries(OWN)) {
    const value = style.getPropertyValue(name);
    if (value !== '' && value !== usual && !(name === 'display' && value === 'block'))
      copy.setAttribute(name, withIds(value, ids));
  }
  if (style.textDecorationLine !== 'none') copy.setAttribute('text-decoration', style.textDecorationLine);
  if (style.transform !== 'none') copy.setAttribute('transform', style.transform);
  if (copy.localName === 'stop') {
    const colour = colourOf(style.getPropertyValue('stop-color'));
    set(copy, { 'stop-color': colour?.hex ?? '#000000', 'stop-opacity': colour ? colour.opacity : 0 });
  }
}

function paintAttributes(name: string, value: string, ids: ReadonlyMap<string, string>) {
  if (value === 'none' || value.startsWith('url(')) return { [name]: withIds(value, ids) };
  const colour = colourOf(value);
  return { [name]: colour?.hex ?? 'none', [`${name}-opacity`]: colour?.opacity };
}

/** Words keep their width in a viewer with another font. */
function holdToLength(original: Element, copy: Element): void {
  if (!(original instanceof SVGTextContentElement) || original.childElementCount > 0) return;
  const length = original.getComputedTextLength();
  if (copy.textContent.length > 1 && length > 0 && !copy.hasAttribute('textLength'))
    set(copy, { textLength: length, lengthAdjust: 'spacingAndGlyphs' });
}

function withIds(value: string, ids: ReadonlyMap<string, string>): string {
  return value
    .replaceAll(/url\("?#([^)"]*)"?\)/g, (_, id: string) => `url(#${ids.get(id) ?? id})`)
    .replace(/^#(.+)$/, (_, id: string) => `#${ids.get(id) ?? id}`);
}

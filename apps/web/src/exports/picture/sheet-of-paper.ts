// What a picture is drawn on: an SVG that grows, the place of its upper left corner on the page, and its definitions.

export const SVG = 'http://www.w3.org/2000/svg';

export interface Paper {
  readonly svg: SVGSVGElement;
  readonly defs: SVGElement;
  /** From the window's coordinates to the picture's. */
  readonly x: (left: number) => number;
  readonly y: (top: number) => number;
  readonly newId: () => string;
}

export function createPaper(
  width: number,
  height: number,
  corner: { readonly left: number; readonly top: number },
): Paper {
  const svg = document.createElementNS(SVG, 'svg');
  set(svg, { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' });
  const defs = add(svg, 'defs');
  let count = 0;
  return {
    svg,
    defs,
    x: (left) => left - corner.left,
    y: (top) => top - corner.top,
    newId: () => `i${++count}`,
  };
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

export function add(into: Element, name: string, attributes: Attributes = {}, text?: string): SVGElement {
  const element = document.createElementNS(SVG, name);
  set(element, attributes);
  if (text !== undefined) element.textContent = text;
  into.append(element);
  return element;
}

export function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, typeof value === 'number' ? String(printed(value)) : value);
}

/** A hundredth of a pixel is finer than any screen. */
function printed(value: number): number {
  return Math.round(value * 100) / 100;
}

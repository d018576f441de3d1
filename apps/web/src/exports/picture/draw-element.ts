// The page, as it is seen, drawn again as shapes and words alone: any viewer opens them, where few know HTML in an SVG.
import { type Box, drawBox } from './draw-box.ts';
import { drawSvg } from './draw-svg.ts';
import { drawText } from './draw-text.ts';
import { add, type Paper } from './sheet-of-paper.ts';

/** What lies over the stage and is none of it. */
const NOT_OURS = '.gate, .over-stage, dialog';

export function drawElement(element: Element, into: Element, paper: Paper): void {
  const style = getComputedStyle(element);
  if (style.display === 'none' || Number(style.opacity) === 0 || element.matches(NOT_OURS)) return;
  if (element instanceof SVGSVGElement) return drawSvg(element, into, paper);
  const rect = element.getBoundingClientRect();
  const box = { x: paper.x(rect.left), y: paper.y(rect.top), width: rect.width, height: rect.height };
  const group = groupFor(style, into);
  if (style.visibility !== 'hidden') drawBox(style, box, group, paper);
  if (element instanceof HTMLCanvasElement) return drawCanvas(element, box, group);
  const inside = clips(element, style) ? clipped(box, group, paper) : group;
  drawPseudo(element, '::before', box, inside, paper);
  const later: Element[] = [];
  for (const node of element.childNodes) {
    if (node instanceof Text) drawText(node, style, inside, paper);
    else if (!(node instanceof Element)) continue;
    else if (getComputedStyle(node).position === 'static') drawElement(node, inside, paper);
    else later.push(node);
  }
  // What is placed lies over what flows.
  for (const child of later.toSorted((a, b) => level(a) - level(b))) drawElement(child, inside, paper);
  drawPseudo(element, '::after', box, inside, paper);
}

function level(element: Element): number {
  return Number.parseInt(getComputedStyle(element).zIndex, 10) || 0;
}

function groupFor(style: CSSStyleDeclaration, into: Element): Element {
  return style.opacity === '1' ? into : add(into, 'g', { opacity: style.opacity });
}

function clips({ scrollWidth, clientWidth, scrollHeight, clientHeight }: Element, style: CSSStyleDeclaration): boolean {
  return style.overflow !== 'visible' && (scrollWidth > clientWidth || scrollHeight > clientHeight);
}

function clipped(box: Box, into: Element, paper: Paper): Element {
  const id = paper.newId();
  add(add(paper.defs, 'clipPath', { id }), 'rect', { ...box });
  return add(into, 'g', { 'clip-path': `url(#${id})` });
}

function drawCanvas(canvas: HTMLCanvasElement, box: Box, into: Element): void {
  if (canvas.width === 0 || canvas.height === 0) return;
  add(into, 'image', { ...box, href: canvas.toDataURL('image/png'), preserveAspectRatio: 'none' });
}

/** Only one that has a place of its own can be found; where a letter of the flow stands, nobody tells. */
function drawPseudo(element: Element, which: '::before' | '::after', around: Box, into: Element, paper: Paper): void {
  const style = getComputedStyle(element, which);
  if (style.content === 'none' || style.content === 'normal' || style.position !== 'absolute') return;
  const [left, top, width, height] = [style.left, style.top, style.width, style.height].map(Number.parseFloat);
  if (left === undefined || top === undefined || width === undefined || height === undefined) return;
  if (![left, top, width, height].every(Number.isFinite)) return;
  drawBox(style, { x: around.x + left, y: around.y + top, width, height }, into, paper);
}

// An element's own box: ground, hatch, border, outline.
import { colourOf } from './colour.ts';
import { gradientsOf } from './gradient.ts';
import { add, type Paper } from './sheet-of-paper.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const SIDES = ['top', 'right', 'bottom', 'left'] as const;
type Side = (typeof SIDES)[number];

export function drawBox(style: CSSStyleDeclaration, box: Box, into: Element, paper: Paper): void {
  if (box.width <= 0 || box.height <= 0) return;
  const rx = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, box.width / 2, box.height / 2);
  const shape = { ...box, ...(rx > 0 ? { rx: style.borderTopLeftRadius.endsWith('%') ? box.width / 2 : rx } : {}) };
  const ground = colourOf(style.backgroundColor);
  if (ground) add(into, 'rect', { ...shape, fill: ground.hex, 'fill-opacity': ground.opacity });
  if (style.backgroundImage !== 'none')
    for (const fill of gradientsOf(style.backgroundImage, box, paper)) add(into, 'rect', { ...shape, fill });
  drawBorders(style, box, shape.rx, into);
  drawOutline(style, box, into);
}

function drawBorders(style: CSSStyleDeclaration, box: Box, rx: number | undefined, into: Element): void {
  const sides = SIDES.map((side) => borderOf(style, side));
  const [first] = sides;
  if (first && sides.every((side) => side && side.stroke === first.stroke && side.width === first.width))
    add(into, 'rect', { ...inset(box, first.width / 2), rx, fill: 'none', ...attributesOf(first) });
  else
    for (const [index, border] of sides.entries())
      if (border)
        add(into, 'line', { ...edgeOf(box, SIDES[index] ?? 'top', border.width / 2), ...attributesOf(border) });
}

interface Border {
  readonly width: number;
  readonly stroke: string;
  readonly opacity: number | undefined;
  readonly style: string;
}

function borderOf(style: CSSStyleDeclaration, side: Side): Border | undefined {
  const width = Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
  const kind = style.getPropertyValue(`border-${side}-style`);
  const colour = colourOf(style.getPropertyValue(`border-${side}-color`));
  if (!(width > 0) || kind === 'none' || kind === 'hidden' || !colour) return undefined;
  return { width, stroke: colour.hex, opacity: colour.opacity, style: kind };
}

function attributesOf({ width, stroke, opacity, style }: Border) {
  const dash = style === 'dashed' ? `${width * 3} ${width * 2}` : style === 'dotted' ? `${width} ${width}` : undefined;
  return { stroke, 'stroke-width': width, 'stroke-opacity': opacity, 'stroke-dasharray': dash };
}

function drawOutline(style: CSSStyleDeclaration, box: Box, into: Element): void {
  const width = Number.parseFloat(style.outlineWidth);
  const colour = colourOf(style.outlineColor);
  if (!(width > 0) || style.outlineStyle === 'none' || style.outlineStyle === 'auto' || !colour) return;
  const out = Number.parseFloat(style.outlineOffset) + width / 2;
  add(into, 'rect', { ...inset(box, -out), fill: 'none', stroke: colour.hex, 'stroke-width': width });
}

function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: Math.max(0, width - 2 * by), height: Math.max(0, height - 2 * by) };
}

function edgeOf({ x, y, width, height }: Box, side: Side, by: number) {
  switch (side) {
    case 'top':
      return { x1: x, x2: x + width, y1: y + by, y2: y + by };
    case 'bottom':
      return { x1: x, x2: x + width, y1: y + height - by, y2: y + height - by };
    case 'left':
      return { x1: x + by, x2: x + by, y1: y, y2: y + height };
    case 'right':
      return { x1: x + width - by, x2: x + width - by, y1: y, y2: y + height };
  }
}

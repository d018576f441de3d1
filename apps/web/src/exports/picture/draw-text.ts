// Words where the page has set them: a line of a text is one text of the picture, held to its width, so that a viewer
// with another font does not tear the picture apart.
import { colourOf } from './colour.ts';
import { fontAttributes } from './font-attributes.ts';
import { add, type Paper } from './sheet-of-paper.ts';

export function drawText(node: Text, style: CSSStyleDeclaration, into: Element, paper: Paper): void {
  const colour = colourOf(style.color);
  if (!colour || node.data.trim() === '' || style.visibility === 'hidden') return;
  const ascent = ascentShare(style);
  for (const { text, rect } of linesOf(node)) {
    const shown = style.textTransform === 'uppercase' ? text.toUpperCase() : text;
    add(
      into,
      'text',
      {
        x: paper.x(rect.left),
        y: paper.y(rect.top) + rect.height * ascent,
        fill: colour.hex,
        'fill-opacity': colour.opacity,
        ...fontAttributes(style),
        ...(shown.length > 1 ? { textLength: rect.width, lengthAdjust: 'spacingAndGlyphs' } : {}),
      },
      shown,
    );
  }
}

interface Line {
  readonly text: string;
  readonly rect: DOMRect;
}

/** The lines of a text node, with the space that is to be seen. */
function linesOf(node: Text): readonly Line[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  const [only, ...others] = range.getClientRects();
  if (!only) return [];
  if (others.length === 0) return [{ text: collapsed(node.data), rect: only }];
  const lines: { text: string; rect: DOMRect }[] = [];
  let end = 0;
  for (const character of node.data) {
    range.setStart(node, end);
    end += character.length;
    range.setEnd(node, end);
    const rect = range.getBoundingClientRect();
    if (rect.width === 0 && character.trim() === '') continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.rect.top - rect.top) < 1) {
      line.text += character;
      line.rect = new DOMRect(line.rect.left, line.rect.top, rect.right - line.rect.left, line.rect.height);
    } else lines.push({ text: character, rect });
  }
  return lines.map(({ text, rect }) => ({ text: collapsed(text), rect })).filter(({ text }) => text !== '');
}

function collapsed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

const pen = new Map<string, number>();

/** Which part of a line's height lies above its base line. */
function ascentShare({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): number {
  const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const known = pen.get(font);
  if (known !== undefined) return known;
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 0.78;
  context.font = font;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText('x');
  const share = ascent + descent > 0 ? ascent / (ascent + descent) : 0.78;
  pen.set(font, share);
  return share;
}

// A still of the stage as a picture of its own: everything that gives it its look is written in it, and a foot says what
// it is a picture of.

import { colourOf } from './colour.ts';
import { drawElement } from './draw-element.ts';
import { familyOf, setType } from './font-attributes.ts';
import { add, createPaper, type Paper } from './sheet-of-paper.ts';

export interface Caption {
  /** What has just happened. */
  readonly sentence: string;
  /** Lab and step. */
  readonly place: string;
  /** Who told what is drawn. */
  readonly sources: readonly { readonly name: string; readonly isModel: boolean; readonly isDerived: boolean }[];
  /** How real the run was. */
  readonly reality: string;
}

const MARGIN = 16;
const FOOT = 64;

/** The picture as the text of an SVG file. */
export function pictureOf(
  stage: Element,
  caption: Caption,
): { readonly text: string; readonly width: number; readonly height: number } {
  const rect = stage.getBoundingClientRect();
  const [width, height] = [Math.ceil(rect.width) + 2 * MARGIN, Math.ceil(rect.height) + MARGIN + FOOT];
  const paper = createPaper(width, height, { left: rect.left - MARGIN, top: rect.top - MARGIN });
  const ink = inkOf(stage);
  setType(paper.svg, getComputedStyle(stage));
  add(paper.svg, 'title', {}, caption.place);
  add(paper.svg, 'desc', {}, `${caption.sentence} ${caption.reality}`);
  add(paper.svg, 'rect', { width, height, fill: ink.paper });
  drawElement(stage, add(paper.svg, 'g'), paper);
  drawFoot(paper, caption, ink, { width, top: height - FOOT });
  return { text: new XMLSerializer().serializeToString(paper.svg), width, height };
}

interface Ink {
  readonly paper: string;
  readonly words: string;
  readonly labels: string;
  readonly hair: string;
  readonly sans: string;
  readonly mono: string;
}

/** The colours of the page's own tokens, light or dark as they are now. */
function inkOf(stage: Element): Ink {
  const probe = document.createElement('span');
  probe.hidden = true;
  stage.append(probe);
  const read = (property: 'color' | 'fontFamily', token: string): string => {
    probe.style[property] = `var(--${token})`;
    return getComputedStyle(probe)[property];
  };
  const colour = (token: string) => colourOf(read('color', token))?.hex ?? '#000000';
  const ink = {
    paper: colour('paper'),
    words: colour('ink'),
    labels: colour('ink-3'),
    hair: colour('hair-2'),
    sans: familyOf(read('fontFamily', 'sans')),
    mono: familyOf(read('fontFamily', 'mono')),
  };
  probe.remove();
  return ink;
}

function drawFoot(
  { svg }: Paper,
  { sentence, place, sources, reality }: Caption,
  ink: Ink,
  { width, top }: { readonly width: number; readonly top: number },
): void {
  const line = { x1: MARGIN, x2: width - MARGIN, y1: top + 4, y2: top + 4, stroke: ink.hair };
  add(svg, 'line', line);
  const words = { 'font-family': ink.sans, fill: ink.words };
  const room = width - 2 * MARGIN;
  add(
    svg,
    'text',
    { ...words, x: MARGIN, y: top + 26, 'font-size': 15 },
    shortened(sentence, `15px ${ink.sans}`, room),
  );
  const small = { ...words, y: top + 48, 'font-size': 12, fill: ink.labels };
  add(svg, 'text', { ...small, x: MARGIN }, shortened([place, reality].join(' · '), `12px ${ink.sans}`, room - 240));
  let right = width - MARGIN;
  for (const { name, isModel, isDerived } of sources.toReversed()) {
    const wide = textWidth(name, `11px ${ink.mono}`) + 10;
    right -= wide;
    const dash = isModel ? '1 2' : isDerived ? '3 2' : undefined;
    const frame = { x: right, y: top + 36, width: wide, height: 16, rx: 2, fill: 'none', stroke: ink.labels };
    add(svg, 'rect', { ...frame, 'stroke-dasharray': dash });
    add(svg, 'text', { ...small, x: right + 5, 'font-size': 11, 'font-family': ink.mono }, name);
    right -= 6;
  }
}

function textWidth(text: string, font: string): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 8;
  context.font = font;
  return context.measureText(text).width;
}

function shortened(text: string, font: string, room: number): string {
  if (textWidth(text, font) <= room) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, font) > room) characters.pop();
  return `${characters.join('')}…`;
}

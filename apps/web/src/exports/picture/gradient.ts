// The gradients of our own style: hatches and halves, as CSS draws them, in SVG.
import { colourOf } from './colour.ts';
import { add, type Paper } from './sheet-of-paper.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Paints for the layers of a computed `background-image`, the lowest first. */
export function gradientsOf(image: string, box: Box, paper: Paper): readonly string[] {
  return layersOf(image)
    .map((layer) => paintOf(layer, box, paper))
    .filter((paint) => paint !== undefined)
    .toReversed();
}

function paintOf(layer: string, box: Box, paper: Paper): string | undefined {
  const [, repeats, content = ''] = /^(repeating-)?linear-gradient\((.*)\)$/s.exec(layer) ?? [];
  const parts = splitAtCommas(content);
  const angle = /^(-?[\d.]+)deg$/.exec(parts[0] ?? '')?.[1];
  const stops = (angle === undefined ? parts : parts.slice(1)).flatMap(stopsOf);
  if (stops.length < 2) return undefined;
  // CSS: the line through the middle of the box, as long as its corners need.
  const radians = ((angle === undefined ? 180 : Number(angle)) * Math.PI) / 180;
  const [dx, dy] = [Math.sin(radians), -Math.cos(radians)];
  const length = Math.abs(box.width * dx) + Math.abs(box.height * dy);
  const places = placesOf(stops, length);
  const span = repeats ? (places.at(-1) ?? length) : length;
  const [x, y] = [box.x + box.width / 2 - (dx * length) / 2, box.y + box.height / 2 - (dy * length) / 2];
  const id = paper.newId();
  const gradient = add(paper.defs, 'linearGradient', {
    id,
    gradientUnits: 'userSpaceOnUse',
    x1: x,
    y1: y,
    x2: x + dx * span,
    y2: y + dy * span,
    ...(repeats ? { spreadMethod: 'repeat' } : {}),
  });
  for (const [index, { colour }] of stops.entries()) {
    const known = colourOf(colour);
    add(gradient, 'stop', {
      offset: (places[index] ?? 0) / span,
      'stop-color': known?.hex ?? '#000000',
      'stop-opacity': known ? known.opacity : 0,
    });
  }
  return `url(#${id})`;
}

interface Stop {
  readonly colour: string;
  readonly at: string | undefined;
}

/** `rgb(…) 3px 4px` is two stops of one colour. */
function stopsOf(part: string): readonly Stop[] {
  const [, colour, places = ''] = /^((?:rgba?|color)\([^)]*\)|[a-z]+)\s*(.*)$/s.exec(part.trim()) ?? [];
  if (colour === undefined) return [];
  const at = places.match(/calc\([^)]*\)|-?[\d.]+(?:px|%)?/g) ?? [];
  return at.length === 0 ? [{ colour, at: undefined }] : at.map((place) => ({ colour, at: place }));
}

function placesOf(stops: readonly Stop[], length: number): readonly number[] {
  let last = 0;
  return stops.map(({ at }, index) => {
    const place = at === undefined ? (index === 0 ? 0 : length) : lengthOf(at, length);
    last = Math.max(last, place);
    return last;
  });
}

function lengthOf(text: string, whole: number): number {
  const calc = /^calc\(\s*([\d.]+)%\s*([-+])\s*([\d.]+)px\s*\)$/.exec(text);
  if (calc) return (Number(calc[1]) / 100) * whole + (calc[2] === '-' ? -1 : 1) * Number(calc[3]);
  return text.endsWith('%') ? (Number.parseFloat(text) / 100) * whole : Number.parseFloat(text);
}

function layersOf(image: string): readonly string[] {
  return splitAtCommas(image).map((layer) => layer.trim());
}

function splitAtCommas(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(') depth++;
    else if (text[index] === ')') depth--;
    else if (text[index] === ',' && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}

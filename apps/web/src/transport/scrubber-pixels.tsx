import { useLayoutEffect, useMemo, useRef } from 'react';
import { useSettings } from '../settings/settings.ts';
import { colourOf } from './colour-of.ts';
import { CursorFrame, GapMarks, type ScrubberDrawing } from './scrubber-marks.tsx';

/** A long run: which pixels of a row had an event, painted as such; thousands of marks would take ten times as long. */
export function ScrubberPixels({ trace, length, layout, cursor, showFuture }: ScrubberDrawing) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useSettings((settings) => settings.theme);
  const end = showFuture ? length : cursor;
  const width = Math.ceil(layout.right);
  const height = Math.ceil(layout.bottom);

  const columns = useMemo(() => {
    const used = new Map(layout.rows.map((actor) => [actor.id, new Uint8Array(width + 1)]));
    for (let seq = 0; seq < length; seq++) {
      const row = used.get(trace.actorAt(seq));
      if (row) row[Math.floor(layout.x(seq))] = 1;
    }
    return used;
  }, [trace, length, layout, width]);

  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const ratio = devicePixelRatio;
    element.width = width * ratio;
    element.height = height * ratio;
    context.scale(ratio, ratio);
    const style = getComputedStyle(element);
    const now = cursor === 0 ? layout.left : layout.x(cursor - 1) + layout.unit;
    const last = end === 0 ? layout.left : layout.x(end - 1) + layout.unit;
    for (const [actor, used] of columns) {
      const name = colourOf(trace, actor).slice('ls-c'.length);
      context.fillStyle = style.getPropertyValue(name === '0' ? '--ink' : `--a${name}`);
      const top = (layout.rowY.get(actor) as number) - (layout.rowHeight - 3) / 2;
      for (let x = 0; x <= Math.min(width, last); x++) {
        if (used[x] !== 1) continue;
        context.globalAlpha = x < now ? 1 : 0.35;
        context.fillRect(x, top, 1, layout.rowHeight - 3);
      }
    }
  }, [columns, layout, trace, cursor, end, width, height, theme]);

  return (
    <>
      <foreignObject x="0" y="0" width={width} height={height}>
        <canvas ref={canvas} className="scrubber-canvas" />
      </foreignObject>
      <GapMarks layout={layout} until={end} />
      <CursorFrame layout={layout} cursor={cursor} />
    </>
  );
}

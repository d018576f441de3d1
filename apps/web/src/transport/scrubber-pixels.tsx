import { useLayoutEffect, useMemo, useRef } from 'react';
import { useSettings } from '../settings/settings.ts';
import { colourOf } from './colour-of.ts';
import { overviewOf } from './overview.ts';
import { CursorFrame, GapMarks, type ScrubberDrawing } from './scrubber-marks.tsx';
import { type Rgb, type Strip, stripOf } from './strip.ts';

/** A long run: its strip as pixels; thousands of marks would take ten times as long. */
export function ScrubberPixels({ trace, length, layout, cursor, showFuture }: ScrubberDrawing) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const strip = useRef<Strip>(undefined);
  const theme = useSettings((settings) => settings.theme);
  const end = showFuture ? length : cursor;

  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const style = getComputedStyle(element);
    const colour = (name: string): Rgb => {
      context.fillStyle = style.getPropertyValue(name);
      const hex = String(context.fillStyle);
      return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
    };
    const colours = layout.rows.map(({ id }) => {
      const number = colourOf(trace, id).slice('ls-c'.length);
      return colour(number === '0' ? '--ink' : `--a${number}`);
    });
    const ratio = devicePixelRatio;
    strip.current = stripOf({ overview: overviewOf(trace, length), layout, ratio, colours, ink: colour('--ink') });
  }, [trace, length, layout, theme]);

  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    const painted = strip.current;
    if (!element || !context || !painted) return;
    const { past, future } = painted;
    if (element.width !== past.width) element.width = past.width;
    if (element.height !== past.height) element.height = past.height;
    const pixelAt = (step: number): number =>
      Math.round((step === 0 ? layout.left : layout.x(step - 1) + layout.unit) * devicePixelRatio);
    const now = pixelAt(cursor);
    const last = pixelAt(end);
    context.clearRect(0, 0, past.width, past.height);
    context.putImageData(new ImageData(past.data, past.width), 0, 0, 0, 0, now, past.height);
    if (last > now)
      context.putImageData(new ImageData(future.data, future.width), 0, 0, now, 0, last - now, future.height);
  }, [trace, length, layout, theme, cursor, end]);

  return (
    <>
      <foreignObject x="0" y="0" width={Math.ceil(layout.right)} height={Math.ceil(layout.bottom)}>
        <canvas ref={canvas} className="scrubber-canvas" />
      </foreignObject>
      {useMemo(
        () => (
          <GapMarks layout={layout} until={end} />
        ),
        [layout, end],
      )}
      <CursorFrame layout={layout} cursor={cursor} />
    </>
  );
}

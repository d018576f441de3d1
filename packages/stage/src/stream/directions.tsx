import type { ByteStream } from '@lockstep/trace';
import { sansWidth } from '../text-width.ts';
import { HEAD } from './plan.ts';
import { pressable } from './press.ts';
import type { StreamWords } from './words.ts';

interface DirectionsProps {
  /** As they are at the cursor. */
  readonly streams: readonly ByteStream[];
  readonly chosen: string;
  readonly left: number;
  /** Of the whole drawing. */
  readonly width: number;
  /** Ids of those with which the present step did something. */
  readonly now: ReadonlySet<string>;
  readonly words: StreamWords;
  readonly name: (actor: string) => string;
  readonly onChoose: (id: string) => void;
}

/** Which way the bytes go; a switch where they go both ways, with a red dot where something happens now. */
export function Directions({ streams, chosen, left, width, now, words, name, onChoose }: DirectionsProps) {
  const full = streams.map((stream) => words.direction(name(stream.from), name(stream.to), stream.handed));
  const brief = streams.map((stream) => words.direction(name(stream.from), name(stream.to), undefined));
  const texts = full.reduce((sum, text) => sum + sansWidth(text, 13) + 26, left) <= width ? full : brief;
  const widths = texts.map((text) => sansWidth(text, 13) + 26);
  if (streams.length < 2)
    return (
      <text x={left} y={HEAD - 14} className="ls-stream-direction" data-chosen>
        {texts[0]}
      </text>
    );
  return (
    <g role="group" aria-label={words.directions}>
      {streams.map(({ id }, index) => {
        const x = left + widths.slice(0, index).reduce((sum, one) => sum + one, 0);
        const wide = widths[index] ?? 0;
        return (
          <g
            key={id}
            className="ls-press"
            aria-pressed={id === chosen}
            {...pressable(full[index] ?? '', () => onChoose(id))}
          >
            <rect
              x={x + 0.5}
              y={4.5}
              width={wide - 1}
              height={24}
              rx={2}
              className="ls-stream-switch"
              data-chosen={id === chosen || undefined}
            />
            <text
              x={x + wide / 2}
              y={21}
              textAnchor="middle"
              className="ls-stream-direction"
              data-chosen={id === chosen || undefined}
            >
              {texts[index]}
            </text>
            {now.has(id) && <circle cx={x + 8} cy={16.5} r={3} className="ls-now-fill" />}
          </g>
        );
      })}
    </g>
  );
}

import type { NotePlace } from './placement.ts';
import type { Thread } from './threads.ts';

interface ThreadMarkProps {
  readonly thread: Thread;
  readonly place: NotePlace;
  readonly label: string;
  readonly compact: boolean;
  readonly future: boolean;
}

/** From a segment down to the one that repeats it, with the wait written on it. */
export function ThreadMark({ thread, place, label, compact, future }: ThreadMarkProps) {
  const { x, fromY, toY } = thread;
  return (
    <g className="ls-thread-mark" data-future={future || undefined}>
      <line
        x1={x}
        x2={x}
        y1={fromY}
        y2={toY - 6}
        className={`ls-line ${future ? 'ls-ink-3' : 'ls-ink'}`}
        strokeDasharray="2 3"
        style={{ strokeWidth: 1.25 }}
      />
      <path d={`M${x} ${toY}l-3 -7h6z`} className={future ? 'ls-ink-3-fill' : 'ls-ink-fill'} />
      <text
        x={place.x}
        y={place.y}
        textAnchor={place.anchor}
        className="ls-note ls-halo"
        style={{ fontSize: compact ? 11.5 : 12.5 }}
      >
        {label}
      </text>
    </g>
  );
}

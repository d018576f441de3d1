import type { End } from './geometry.ts';
import type { FigureProps } from './sequence-props.ts';
import { sequenceWords } from './words.ts';

/** The end of the run, in words. */
export function Ends({ trace, length, cursor, reading, geometry, showFuture, language }: FigureProps) {
  const last = length - 1;
  if (last < 0 || trace.kindAt(last) !== 'run.ended' || (last >= cursor && !showFuture)) return undefined;
  return (
    <text
      x={geometry.middleX}
      y={(reading.layout.y[last] ?? 0) + 4}
      textAnchor="middle"
      className="ls-note"
      data-future={last >= cursor || undefined}
    >
      {sequenceWords[language].runEnds}
    </text>
  );
}

/** Where a program's process starts and where it ends. */
export function Existence(props: FigureProps & { readonly end: End }) {
  const { trace, length, cursor, reading, showFuture, language, end, sources } = props;
  const { programX } = end;
  if (programX === undefined) return undefined;
  const words = sequenceWords[language];
  const until = showFuture ? length : cursor;
  const seqs = Array.from({ length: until }, (_, seq) => seq).filter(
    (seq) => trace.kindAt(seq).startsWith('process.') && trace.actorAt(seq) === end.host,
  );
  return seqs.map((seq) => {
    const event = trace.event(seq);
    if (!sources.has(event.source)) return undefined;
    const y = reading.layout.y[seq] ?? 0;
    return (
      <g key={seq} data-future={seq >= cursor || undefined}>
        <line x1={programX - 6} x2={programX + 6} y1={y} y2={y} className="ls-line ls-ink-3" strokeWidth={1.5} />
        <text
          x={programX - end.outward * 12}
          y={y + 4}
          textAnchor={end.outward === 1 ? 'end' : 'start'}
          className="ls-note ls-small"
        >
          {event.kind === 'process.started' ? words.starts(event.pid) : words.exits}
        </text>
      </g>
    );
  });
}

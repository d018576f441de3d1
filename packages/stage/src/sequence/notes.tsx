import { hostOf } from '@lockstep/trace';
import { colourClass } from '../actor-colour.ts';
import { sansWidth } from '../text-width.ts';
import { type End, endAt } from './geometry.ts';
import { type Note, noteOf } from './note-text.ts';
import type { FigureProps } from './sequence-props.ts';

const SIZE = 11;

/** Timers, counters, datagrams thrown away, messages: facts in words beside their lifeline, for the rows in view. */
export function Notes(props: FigureProps & { readonly from: number; readonly to: number }) {
  const { trace, reading, geometry, cursor, language, sources, showFuture, from, to } = props;
  const seqs = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  return seqs.map((seq) => {
    if (reading.drawn[seq] === 0 || (seq >= cursor && !showFuture)) return undefined;
    const note = noteOf(trace, seq, language);
    const end = note && endAt(geometry, hostOf(trace.actorAt(seq)));
    if (!note || !end || !sources.has(trace.event(seq).source)) return undefined;
    return (
      <NoteMark
        key={seq}
        note={note}
        end={end}
        y={reading.layout.y[seq] ?? 0}
        future={seq >= cursor}
        compact={geometry.compact}
      />
    );
  });
}

interface NoteMarkProps {
  readonly note: Note;
  readonly end: End;
  readonly y: number;
  readonly future: boolean;
  readonly compact: boolean;
}

function NoteMark({ note, end, y, future, compact }: NoteMarkProps) {
  const atProgram = note.at === 'program' && end.programX !== undefined;
  const outward = atProgram ? -end.outward : end.outward;
  const x = (atProgram ? (end.programX ?? end.kernelX) : end.kernelX) + outward * 8;
  const room = compact ? 76 : 100;
  const signWidth = note.sign === 'none' ? 0 : 15;
  const text = clipped(note.text, Math.floor((room - signWidth) / (SIZE * 0.5)));
  const width = sansWidth(text, SIZE) * 1.08 + signWidth;
  const left = outward === 1 ? x : x - width;
  return (
    <g className={`ls-noted ${colourClass(end.colour)}`} data-future={future || undefined} data-sign={note.sign}>
      <title>{note.text}</title>
      <line x1={atProgram ? end.programX : end.kernelX} x2={x - outward * 2} y1={y} y2={y} className="ls-noted-stub" />
      {note.sign === 'clock' && (
        <g className="ls-line ls-ink-2">
          <circle cx={left + 6} cy={y} r={5} />
          <path d={`M${left + 6} ${y - 3.2}v3.2l2.4 1.6`} />
        </g>
      )}
      {note.sign === 'loss' && (
        <path d={`M${left + 2} ${y - 4}l8 8m0 -8l-8 8`} className="ls-line ls-ink" style={{ strokeWidth: 2 }} />
      )}
      <text
        x={outward === 1 ? left + signWidth : x}
        y={y + 4}
        textAnchor={outward === 1 ? 'start' : 'end'}
        className={note.sign === 'loss' ? 'ls-noted-loss ls-halo' : 'ls-noted-text ls-halo'}
      >
        {text}
      </text>
    </g>
  );
}

function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

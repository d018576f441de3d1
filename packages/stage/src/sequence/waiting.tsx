import { hostOf } from '@lockstep/trace';
import { callAt } from './calls.ts';
import type { End } from './geometry.ts';
import type { FigureProps } from './sequence-props.ts';
import { sequenceWords } from './words.ts';

/** Beside a program that is inside a call at the cursor: in which one. */
export function Waiting(props: FigureProps & { readonly end: End }) {
  const { reading, cursor, view, geometry, language, end } = props;
  const call = callAt(reading.calls, end.host, cursor);
  if (!call || end.programX === undefined || !props.sources.has('program')) return undefined;
  const { layout } = reading;
  if (view.nowY - (layout.y[call.enteredSeq] ?? 0) < 34 || isTaken(props, end)) return undefined;
  const words = sequenceWords[language];
  return (
    <text
      x={end.programX - end.outward * 10}
      y={view.nowY - 8}
      textAnchor={end.outward === 1 ? 'end' : 'start'}
      className="ls-waiting ls-halo"
      data-compact={geometry.compact || undefined}
    >
      {call.call === 'sleep' ? words.sleeping : words.inCall(call.call)}
    </text>
  );
}

/** Something of this host is drawn where the note would stand. */
function isTaken({ reading, view, trace, cursor }: FigureProps, end: End): boolean {
  const near = (y: number) => y > view.nowY - 34 && y < view.nowY + 24;
  if (reading.marks.some((mark) => mark.host === end.host && near(reading.markY.get(mark) ?? 0))) return true;
  const { rows, rowOf, y } = reading.layout;
  const row = rows[rowOf[cursor - 1] ?? -1];
  for (let seq = Math.max(0, (row?.first ?? 0) - 4); seq < Math.min(trace.length, cursor + 4); seq++)
    if (trace.kindAt(seq).startsWith('call.') && hostOf(trace.actorAt(seq)) === end.host && near(y[seq] ?? 0))
      return true;
  return false;
}

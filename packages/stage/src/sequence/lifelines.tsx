// The lifelines of one host. A kernel's line carries the state of its connection by weight, a program's what it does.
import type { Kind, TcpStateMark, Trace } from '@lockstep/trace';
import { colourClass } from '../actor-colour.ts';
import { WaveBreak } from '../marks/wave-break.tsx';
import type { Call } from './calls.ts';
import { livesOf } from './end-states.ts';
import type { End } from './geometry.ts';
import type { Break, Layout } from './layout.ts';

interface LifelinesProps {
  readonly trace: Trace;
  readonly end: End;
  readonly layout: Layout;
  readonly marks: readonly TcpStateMark[];
  /** There are several connections: the line shows the heaviest. */
  readonly several: boolean;
  readonly calls: readonly Call[];
  readonly cursor: number;
  /** The cursor's line; past ends here. */
  readonly nowY: number;
  readonly endY: number;
  readonly showFuture: boolean;
  readonly hatch: string;
}

export function Lifelines(props: LifelinesProps) {
  const { end, layout, nowY, endY, showFuture } = props;
  const breaks = layout.breaks.filter((one) => showFuture || one.y + 9 < nowY);
  return (
    <g className={colourClass(end.colour)}>
      <KernelLine {...props} />
      {end.programX !== undefined && <ProgramLine {...props} x={end.programX} />}
      {showFuture && endY > nowY && (
        <>
          <line x1={end.kernelX} x2={end.kernelX} y1={nowY} y2={endY} className="ls-life-future" />
          {end.programX !== undefined && (
            <line x1={end.programX} x2={end.programX} y1={nowY} y2={endY} className="ls-life-future ls-hair-2" />
          )}
        </>
      )}
      {breaks.map((one: Break) => (
        <g key={one.after}>
          <WaveBreak x={end.kernelX} y={one.y + 6} />
          {end.programX !== undefined && livesAt(props, one.y) && <WaveBreak x={end.programX} y={one.y + 6} />}
        </g>
      ))}
    </g>
  );
}

/** The program's process exists at this height. */
function livesAt({ trace, end, layout, cursor }: LifelinesProps, y: number): boolean {
  const start = firstOf(trace, 'process.started', end.host, cursor);
  const exit = firstOf(trace, 'process.exited', end.host, cursor);
  return (start === undefined || (layout.y[start] ?? 0) < y) && (exit === undefined || (layout.y[exit] ?? 0) > y);
}

function KernelLine({ end, layout, marks, several, cursor, nowY }: LifelinesProps) {
  const pieces = livesOf(marks, end.host, several)
    .filter(({ from }) => from < cursor)
    .map(({ life, from }) => ({ life, y: from < 0 ? 0 : (layout.y[from] ?? 0) }));
  return pieces.map(({ life, y }, index) => {
    const to = Math.min(nowY, pieces[index + 1]?.y ?? nowY);
    if (to <= y) return undefined;
    return (
      <line
        // The order of states is the identity of a piece: the same state may come twice.
        key={`${index}${life}`}
        x1={end.kernelX}
        x2={end.kernelX}
        y1={y}
        y2={to}
        className="ls-life"
        data-life={life}
      />
    );
  });
}

function ProgramLine({ trace, end, layout, calls, cursor, nowY, hatch, x }: LifelinesProps & { readonly x: number }) {
  const own = calls.filter((call) => call.actor === end.host && call.enteredSeq < cursor);
  const start = firstOf(trace, 'process.started', end.host, cursor);
  const exit = firstOf(trace, 'process.exited', end.host, cursor);
  const until = exit === undefined ? nowY : Math.min(nowY, layout.y[exit] ?? nowY);
  return (
    <>
      <line
        x1={x}
        x2={x}
        y1={start === undefined ? 0 : layout.y[start]}
        y2={until}
        className="ls-line ls-ink-3"
        strokeWidth={1.25}
      />
      {own.map((call) => {
        const from = layout.y[call.enteredSeq] ?? 0;
        const returned = call.returnedSeq !== undefined && call.returnedSeq < cursor;
        const to = Math.min(nowY, returned ? (layout.y[call.returnedSeq as number] ?? nowY) : nowY);
        if (to - from < 12) return undefined;
        return call.call === 'sleep' ? (
          <g key={call.enteredSeq}>
            <rect x={x - 2} y={from + 3} width={4} height={to - from - 3} className="ls-paper" />
            <line x1={x} x2={x} y1={from + 5} y2={to - 1} className="ls-asleep" />
          </g>
        ) : (
          <rect
            key={call.enteredSeq}
            x={x - 3.5}
            y={from}
            width={7}
            height={to - from}
            className="ls-blocked"
            fill={`url(#${hatch})`}
          />
        );
      })}
    </>
  );
}

/** The `seq` of the first event of this kind of a host's program before the cursor. */
function firstOf(trace: Trace, kind: Kind, host: string, cursor: number): number | undefined {
  for (let seq = 0; seq < cursor; seq++) if (trace.kindAt(seq) === kind && trace.actorAt(seq) === host) return seq;
  return undefined;
}

import { CallArrow } from './call-arrow.tsx';
import { type Call, callLabel, resultLabel } from './calls.ts';
import { endAt } from './geometry.ts';
import type { FigureProps } from './sequence-props.ts';
import { sequenceWords } from './words.ts';

/** A call and, once it has come, its return; on narrow screens only that it was called. */
export function CallMark({
  reading,
  geometry,
  cursor,
  showFuture,
  call,
  language,
}: FigureProps & { readonly call: Call }) {
  const { layout } = reading;
  const end = endAt(geometry, call.actor);
  if (!end || (call.enteredSeq >= cursor && !showFuture)) return undefined;
  const enteredY = layout.y[call.enteredSeq] ?? 0;
  const programX = end.programX ?? end.kernelX + end.outward * 26;
  const compact = end.programX === undefined;
  const { returnedSeq } = call;
  const atOnce = returnedSeq !== undefined && layout.rowOf[returnedSeq] === layout.rowOf[call.enteredSeq];
  const returned = returnedSeq !== undefined && (returnedSeq < cursor || showFuture);
  const result = resultLabel(call, 15);
  const label = callLabel(call, compact ? 0 : 15);
  const near = end.kernelX - end.outward * -3;
  return (
    <>
      <CallArrow
        colour={end.colour}
        fromX={programX}
        toX={near}
        y={enteredY}
        label={compact ? '' : label}
        future={call.enteredSeq >= cursor}
      />
      {compact && (
        <text
          x={programX + end.outward * 4}
          y={enteredY + 4}
          textAnchor={end.outward === 1 ? 'start' : 'end'}
          className="ls-note ls-small"
        >
          {`${call.call}()`}
        </text>
      )}
      {returned && !compact && (
        <CallArrow
          colour={end.colour}
          fromX={end.kernelX}
          toX={programX - end.outward * 2}
          y={layout.y[returnedSeq] ?? 0}
          label={result === '' && !atOnce ? sequenceWords[language].returns : result}
          below={atOnce}
          future={returnedSeq >= cursor}
          returns
        />
      )}
    </>
  );
}

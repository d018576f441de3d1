import type { TcpStateMark } from '@lockstep/trace';
import { statesOf } from './end-states.ts';
import { endAt } from './geometry.ts';
import type { FigureProps } from './sequence-props.ts';
import { StateBadge } from './state-badge.tsx';
import { sequenceWords } from './words.ts';

/** A state at its place, drawn as the cursor has it. */
export function StateAtCursor(props: FigureProps & { readonly mark: TcpStateMark }) {
  const { mark, cursor, reading, geometry, showFuture, language } = props;
  const end = endAt(geometry, mark.host);
  if (!end || (mark.seq >= cursor && !showFuture)) return undefined;
  const words = sequenceWords[language];
  const isNow = statesOf(reading.marks, mark, reading.several).findLast((one) => one.seq < cursor) === mark;
  const kind = mark.seq >= cursor ? 'future' : mark.witness === 'segments' ? 'derived' : isNow ? 'now' : 'passed';
  return (
    <StateBadge
      colour={end.colour}
      kernelX={end.kernelX}
      outward={end.outward}
      y={reading.markY.get(mark) ?? 0}
      text={reading.several && mark.connection > 0 ? `#${mark.connection} ${shortState(mark.state)}` : mark.state}
      kind={kind}
      agreed={mark.impliedSeq !== undefined && props.sources.has('derived')}
      struck={mark.listenerEnds === true}
      compact={!geometry.wide || (reading.several && mark.connection > 0)}
      now={isNow && mark.seq < cursor}
      title={
        mark.witness === 'segments' ? words.impliedOnly : mark.impliedSeq === undefined ? mark.state : words.agrees
      }
    />
  );
}

/** Where the connection's number stands before it, there is no room for the whole word. */
function shortState(state: string): string {
  return state.replace('ESTABLISHED', 'ESTAB').replace('RECEIVED', 'RCVD');
}

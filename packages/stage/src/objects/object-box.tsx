import type { Trace } from '@lockstep/trace';
import { actorColour, colourClass } from '../actor-colour.ts';
import { Hatch } from '../marks/hatch.tsx';
import type { Language } from '../text.ts';
import type { GraphObject } from './object-graph.ts';
import type { ObjectColumn, ObjectPlan } from './object-plan.ts';
import { objectWords } from './words.ts';

interface ObjectBoxProps {
  readonly trace: Trace;
  readonly object: GraphObject;
  readonly column: ObjectColumn;
  readonly plan: ObjectPlan;
  readonly isUnreachable: boolean;
  /** The present step changed its count, created or freed it. */
  readonly isNow: boolean;
  /** Id for the pattern of what cannot be reached. */
  readonly hatch: string;
  readonly language: Language;
  readonly name: (actor: string) => string;
}

/** An object: what it is called, and its count. Gone, it leaves its outline and how it went. */
export function ObjectBox(props: ObjectBoxProps) {
  const { trace, object, column, plan, isUnreachable, isNow, hatch, language, name } = props;
  const words = objectWords[language];
  const { boxWidth, boxTop, boxHeight } = plan;
  const left = column.x - boxWidth / 2;
  const foot = boxTop + boxHeight;
  return (
    <g
      className={`ls-object ${colourClass(object.freed ? actorColour(trace, object.freed.actor) : 0)}`}
      data-freed={object.freed !== undefined || undefined}
      data-now={isNow || undefined}
    >
      {isUnreachable && <Hatch id={hatch} />}
      <rect x={left} y={boxTop} width={boxWidth} height={boxHeight} rx={4} className="ls-object-box" />
      {isUnreachable && <rect x={left} y={boxTop} width={boxWidth} height={boxHeight} rx={4} fill={`url(#${hatch})`} />}
      <text x={column.x} y={boxTop + 20} textAnchor="middle" className="ls-object-name ls-halo">
        {object.id}
      </text>
      <text x={column.x} y={boxTop + 52} textAnchor="middle" className="ls-object-count ls-halo">
        {object.count}
      </text>
      {!object.freed && (
        <text x={column.x} y={boxTop + 69} textAnchor="middle" className="ls-note ls-small ls-halo">
          {words.count(object.count)}
        </text>
      )}
      {object.freed && (
        <>
          <line x1={left} x2={left + boxWidth} y1={foot} y2={boxTop} className="ls-object-strike" />
          <text x={column.x} y={foot + 18} textAnchor="middle" className="ls-object-end">
            {words.freed(object.freed.by, plan.isNarrow)}
          </text>
          <text x={column.x} y={foot + 34} textAnchor="middle" className="ls-note ls-small">
            {words.where(name(object.freed.actor), object.freed.seq + 1)}
          </text>
        </>
      )}
      {isUnreachable && (
        <text x={column.x} y={foot + 18} textAnchor="middle" className="ls-strong">
          {words.unreachable(plan.isNarrow)}
        </text>
      )}
    </g>
  );
}

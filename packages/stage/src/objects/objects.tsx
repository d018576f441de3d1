// Objects, who refers to them, and their counts. What nobody can reach and yet stays is hatched: that is the whole reason
// why there is a collector beside the counting.
import { clampCursor, foldOf, type TraceEvent } from '@lockstep/trace';
import { useId, useMemo } from 'react';
import type { StageProps } from '../stage-props.ts';
import { Generations } from './generations.tsx';
import { ObjectBox } from './object-box.tsx';
import { objectGraph, ownerOf, unreachableIn } from './object-graph.ts';
import { objectPlanOf } from './object-plan.ts';
import { AttributeMark, NameMark } from './reference-mark.tsx';
import { objectWords } from './words.ts';

export type ObjectsProps = Pick<
  StageProps,
  'trace' | 'length' | 'cursor' | 'language' | 'name' | 'sources' | 'width' | 'height'
>;

/** The objects of a program with their reference counts, and the collector's runs. */
export function Objects({ trace, length, cursor: wanted, language, name, sources, width, height }: ObjectsProps) {
  const hatch = useId();
  const words = objectWords[language];
  const cursor = Math.min(clampCursor(trace, wanted), length);
  const plan = useMemo(() => objectPlanOf(trace, length, width, height), [trace, length, width, height]);
  const graph = foldOf(objectGraph, trace).at(cursor);
  const objects = graph.objects.filter(({ created }) => sources.has(trace.event(created).source));
  const unreachable = sources.has('derived') ? unreachableIn(graph) : new Set<string>();
  const columnOf = new Map(plan.columns.map((column) => [column.id, column]));
  const present = cursor > 0 ? trace.event(cursor - 1) : undefined;
  const nowObject = present && 'object' in present ? present.object : undefined;
  const nowHolder = present && holderIn(present);
  const freed = objects.filter((one) => one.freed).length;

  return (
    <svg
      className="ls-stage ls-objects"
      data-narrow={plan.isNarrow || undefined}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${words.figure(objects.length, freed)}: ${objects.map(({ id, count }) => `${id} ${count}`).join(', ')}`}
    >
      {objects.length === 0 && (
        <text x={width / 2} y={plan.boxTop + 24} textAnchor="middle" className="ls-note">
          {words.none}
        </text>
      )}
      {objects.map((object, index) => {
        const column = columnOf.get(object.id);
        if (!column) return undefined;
        return (
          <g key={object.id}>
            {column.names.map((label, place) =>
              object.known.includes(label) ? (
                <NameMark
                  key={label}
                  {...{ label, index: place, column, plan }}
                  isHolding={object.holders.includes(label)}
                  isNow={object.id === nowObject && label === nowHolder}
                />
              ) : undefined,
            )}
            <ObjectBox
              {...{ trace, object, column, plan, language, name }}
              isUnreachable={unreachable.has(object.id)}
              isNow={object.id === nowObject}
              hatch={`${hatch}${index}`}
            />
          </g>
        );
      })}
      {objects.flatMap((object) =>
        object.holders.map((holder) => {
          const from = columnOf.get(ownerOf(holder) ?? '');
          const to = columnOf.get(object.id);
          if (!from || !to) return undefined;
          const label = holder.slice(from.id.length + 1);
          const isNow = object.id === nowObject && holder === nowHolder;
          return <AttributeMark key={`${holder}>${object.id}`} {...{ label, from, to, plan, isNow }} />;
        }),
      )}
      <Generations
        {...{ collections: graph.collections, cursor, width, language, name }}
        top={plan.stripTop}
        isNarrow={plan.isNarrow}
      />
    </svg>
  );
}

/** Whose reference an event is about. */
function holderIn(event: TraceEvent): string | undefined {
  if (event.kind === 'object.created') return event.object;
  return event.kind === 'reference.changed' ? event.by : undefined;
}

// Bars that grow while they are measured. All work shares one axis of time, so that any two bars may be compared; a bar
// that still runs ends in teeth, one that is finished has its value printed, and how many times the first one that is.
import { clampCursor, foldOf } from '@lockstep/trace';
import { useMemo } from 'react';
import { actorColour } from '../actor-colour.ts';
import type { StageProps } from '../stage-props.ts';
import { sansWidth } from '../text-width.ts';
import { type BarAxis, barAxis } from './bar-axis.ts';
import { type BarGroup, type BarPlace, groupsOf } from './bar-groups.ts';
import { type BarPlan, barPlanOf, type GroupPlan } from './bar-plan.ts';
import { BarRow, isWhole } from './bar-row.tsx';
import { type Bar, type BarsState, barsModel } from './bars-at.ts';
import { barWords } from './words.ts';

export interface BarsProps extends StageProps {
  /** What will be measured, known before anything is: with it nothing moves. Default: whatever the trace tells of. */
  readonly groups?: readonly BarGroup[] | undefined;
}

/** Measured times, memory and the like, side by side. */
export function Bars(props: BarsProps) {
  const { trace, length, language, name, width, height, sources, showFuture } = props;
  const cursor = Math.min(clampCursor(trace, props.cursor), length);
  const words = barWords[language];
  const found = useMemo(() => groupsOf(trace, length, name), [trace, length, name]);
  const groups = props.groups ?? found;
  const plan = useMemo(() => barPlanOf(groups, width, height), [groups, width, height]);
  const fold = foldOf(barsModel, trace);
  const now = seen(fold.at(cursor), sources);
  const future = showFuture ? seen(fold.at(length), sources) : undefined;
  const measured = groups.flatMap(({ bars }) => bars);
  const done = measured.filter(({ id }) => isDone(now.get(id))).length;
  const presentSeq = cursor > 0 ? cursor - 1 : undefined;
  const { onSeek, onSelect, selection } = props;

  function pick(bar: Bar): void {
    onSelect({ actor: bar.actor });
    onSeek(bar.seq + 1);
  }

  return (
    <div className="ls-bars-box" style={{ width, height }}>
      <svg
        className="ls-stage ls-bars"
        data-roomy={plan.isRoomy || undefined}
        width={width}
        height={plan.height}
        viewBox={`0 0 ${width} ${plan.height}`}
        role="group"
        aria-label={words.figure(done, measured.length)}
      >
        {plan.groups.map((groupPlan) => {
          const { group, rows } = groupPlan;
          const axis = axisOf(group, groups, future ?? now, plan.barsWidth);
          return (
            <g key={group.id} role="group" aria-label={group.title}>
              <GroupHead plan={plan} groupPlan={groupPlan} axis={axis} ratio={group.ratio ?? words.ratio} />
              {rows.map((row) => {
                const bar = now.get(row.place.id);
                return (
                  <BarRow
                    key={row.place.id}
                    plan={plan}
                    row={row}
                    group={group.title}
                    axis={axis}
                    bar={bar}
                    future={future?.get(row.place.id)}
                    basis={basisOf(row.place, group, measured, now)}
                    colour={row.place.colour ?? actorColour(trace, (bar ?? future?.get(row.place.id))?.actor ?? '')}
                    isNow={bar !== undefined && bar.seq === presentSeq}
                    isSelected={bar !== undefined && bar.actor === selection.actor}
                    language={language}
                    onPick={pick}
                  />
                );
              })}
            </g>
          );
        })}
        <text className="ls-note ls-small">
          {linesOf(measured.length === 0 ? [words.nothing] : legendOf(now, language), width - 2 * plan.left).map(
            (line, index) => (
              <tspan key={line} x={plan.left} y={plan.legendY + 16 * index}>
                {line}
              </tspan>
            ),
          )}
        </text>
      </svg>
    </div>
  );
}

interface GroupHeadProps {
  readonly plan: BarPlan;
  readonly groupPlan: GroupPlan;
  readonly axis: BarAxis;
  readonly ratio: string;
}

function GroupHead({ plan, groupPlan: { group, top, bottom, rows }, axis, ratio }: GroupHeadProps) {
  const base = rows[0]?.top ?? bottom;
  return (
    <g aria-hidden>
      <line x1={plan.left} x2={plan.ratioX} y1={base - 4.5} y2={base - 4.5} className="ls-line ls-hair-2" />
      <text x={plan.left} y={base - 11} className="ls-bar-title">
        {group.title}
      </text>
      {axis.ticks.map(({ x, label }) => (
        <g key={label}>
          {!plan.isNarrow && (
            <text
              x={plan.barsX + x}
              y={base - 11}
              textAnchor={x === 0 ? 'start' : 'middle'}
              className="ls-note ls-small"
            >
              {label}
            </text>
          )}
          {!plan.isNarrow && <path d={`M${plan.barsX + x} ${base - 4}V${bottom}`} className="ls-line ls-hair" />}
        </g>
      ))}
      <text x={plan.ratioX} y={Math.max(top + 11, base - 11)} textAnchor="end" className="ls-note ls-small">
        {ratio}
      </text>
    </g>
  );
}

/** All work has one axis of time; each group of other measures has its own. */
function axisOf(group: BarGroup, groups: readonly BarGroup[], reached: BarsState, width: number): BarAxis {
  const ofGroup = group.bars.map(({ id }) => reached.get(id)).filter((bar) => bar !== undefined);
  const isWork = ofGroup.some((bar) => bar.work) || ofGroup.length === 0;
  const unit = ofGroup[0]?.unit ?? 'µs';
  const together = isWork
    ? groups.flatMap(({ bars }) => bars.map(({ id }) => reached.get(id))).filter((bar) => bar?.work)
    : ofGroup;
  return barAxis(Math.max(0, ...together.map((bar) => bar?.value ?? 0)), unit, width);
}

/** What a bar is compared with: its own basis or the first of its group, once that is finished. */
function basisOf(place: BarPlace, group: BarGroup, all: readonly BarPlace[], now: BarsState) {
  const id = place.basis ?? group.bars[0]?.id ?? '';
  const bar = now.get(id);
  if (group.ratio === '' || !bar || !isWhole(bar)) return undefined;
  return { value: bar.value, label: all.find((one) => one.id === id)?.label ?? id };
}

function seen(bars: BarsState, sources: ReadonlySet<string>): BarsState {
  return new Map([...bars].filter(([, bar]) => sources.has(bar.source)));
}

function isDone(bar: Bar | undefined): boolean {
  return bar !== undefined && isWhole(bar);
}

/** As many parts in a line as fit. */
function linesOf(parts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = `${lines.at(-1)} · ${part}`;
    if (lines.length > 0 && sansWidth(longer, 12) <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

/** Only what can be seen is explained. */
function legendOf(bars: BarsState, language: StageProps['language']): readonly string[] {
  const words = barWords[language];
  const works = [...bars.values()].flatMap(({ work }) => work ?? []);
  return [
    ...(works.some(({ begunUs }) => begunUs !== undefined && begunUs > 0) ? [words.legendPale] : []),
    ...(works.some(({ parts }) => parts.length > 0) ? [words.legendNotch] : []),
    ...(works.some(({ isFinished }) => !isFinished) ? [words.legendOpen] : []),
  ];
}

import { type ColourNumber, colourClass } from '../actor-colour.ts';
import type { Language } from '../text.ts';
import { sansWidth } from '../text-width.ts';
import { type BarAxis, printedMeasure, printedRatio } from './bar-axis.ts';
import { barPath } from './bar-path.ts';
import { type BarPlan, NOTED_ROW, type RowPlan } from './bar-plan.ts';
import type { Bar } from './bars-at.ts';
import { barWords } from './words.ts';

/** What is there can be seen. */
const LEAST = 1.5;
/** Notches keep so far from both ends. */
const CLEAR = 2.5;

interface BarRowProps {
  readonly plan: BarPlan;
  readonly row: RowPlan;
  readonly group: string;
  readonly axis: BarAxis;
  /** What is known of it by now. */
  readonly bar: Bar | undefined;
  /** How long it will be; drawn faintly. */
  readonly future: Bar | undefined;
  /** What it is compared with, as soon as that is known. */
  readonly basis: { readonly value: number; readonly label: string } | undefined;
  readonly colour: ColourNumber;
  /** The present step told of it. */
  readonly isNow: boolean;
  readonly isSelected: boolean;
  readonly language: Language;
  readonly onPick: (bar: Bar) => void;
}

/** One way of doing it: its name, its bar, what was measured and how that compares with the first. */
export function BarRow(props: BarRowProps) {
  const { plan, row, group, bar, isNow, language, onPick } = props;
  const { place, top, height } = row;
  const words = barWords[language];
  const ratio = bar && isWhole(bar) && props.basis?.value ? bar.value / props.basis.value : undefined;
  const compared = ratio === undefined ? '' : words.compared(printedRatio(ratio), props.basis?.label ?? '');
  const acts = bar && {
    role: 'button',
    tabIndex: 0,
    onClick: () => onPick(bar),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      onPick(bar);
    },
  };
  return (
    <g
      className={`ls-bar ${colourClass(props.colour)}`}
      data-state={bar ? (isWhole(bar) ? 'whole' : 'growing') : 'to-come'}
      data-source={bar?.source}
      data-now={isNow || undefined}
      data-selected={props.isSelected || undefined}
      aria-label={`${group ? `${group}${words.comma}` : ''}${place.label}${words.colon}${spoken(bar, language)}${compared}${place.note ? `${words.comma}${place.note}` : ''}`}
      {...acts}
    >
      <rect x={plan.left - 8} y={top} width={plan.ratioX - plan.left + 16} height={height} className="ls-bar-reach" />
      <RowName plan={plan} row={row} />
      <BarShape {...props} />
      <text x={plan.valueX} y={textY(plan, row)} textAnchor="end" className="ls-bar-value">
        {bar ? valueText(bar, language) : ''}
      </text>
      {ratio !== undefined && (
        <text x={plan.ratioX} y={textY(plan, row)} textAnchor="end" className="ls-bar-ratio">
          {printedRatio(ratio)}
        </text>
      )}
      {!bar && <title>{words.toCome}</title>}
    </g>
  );
}

function RowName({ plan, row: { place, top, height, barY, barHeight } }: Pick<BarRowProps, 'plan' | 'row'>) {
  if (plan.isNarrow) {
    const room = plan.valueX - 60 - plan.left - sansWidth(place.label, 12.5) - 12;
    const isNoted = place.note !== undefined && sansWidth(place.note, 12) <= room;
    return (
      <text x={plan.left} y={top + 12} className="ls-bar-name">
        {place.label}
        {isNoted && (
          <tspan className="ls-bar-note" dx={8}>
            {place.note}
          </tspan>
        )}
      </text>
    );
  }
  const middle = barY + barHeight / 2;
  const isNoted = place.note !== undefined && height >= NOTED_ROW;
  return (
    <>
      <text x={plan.left} y={middle + (isNoted ? -2 : 4.5)} className="ls-bar-name">
        {place.label}
      </text>
      {isNoted && (
        <text x={plan.left} y={middle + (plan.isRoomy ? 16 : 13)} className="ls-bar-note">
          {place.note}
        </text>
      )}
    </>
  );
}

function BarShape({ plan, row: { barY, barHeight }, axis, bar, future, isNow }: BarRowProps) {
  const at = (value: number) => plan.barsX + axis.toX(value);
  const zero = at(0);
  const end = bar && bar.value > 0 ? Math.max(at(bar.value), zero + LEAST) : zero;
  const begun = bar?.work ? at(Math.min(bar.value, bar.work.begunUs ?? bar.value)) : zero;
  const isOpen = bar !== undefined && !isWhole(bar);
  return (
    <>
      {future && at(future.value) > end + 1 && (
        <path d={barPath(end, at(future.value), barY, barHeight, false)} className="ls-bar-future" />
      )}
      {!bar && !future && <path d={`M${zero} ${barY + barHeight / 2}H${zero + 24}`} className="ls-bar-to-come" />}
      {bar && (
        <>
          <path d={barPath(zero, end, barY, barHeight, isOpen)} className="ls-bar-pale" />
          {end > begun && <path d={barPath(begun, end, barY, barHeight, isOpen)} className="ls-bar-solid" />}
          {bar.work?.parts
            .filter((part) => at(part) > zero + CLEAR && at(part) < end - CLEAR)
            .map((part) => (
              <path key={part} d={`M${at(part).toFixed(1)} ${barY}v${barHeight}`} className="ls-bar-notch" />
            ))}
          {isNow && (
            <path d={`M${(isOpen ? end + 3 : end).toFixed(1)} ${barY - 3}v${barHeight + 6}`} className="ls-bar-edge" />
          )}
        </>
      )}
    </>
  );
}

function textY({ isNarrow }: BarPlan, { top, barY, barHeight }: RowPlan): number {
  return isNarrow ? top + 12 : barY + barHeight / 2 + 4.5;
}

export function isWhole({ work }: Bar): boolean {
  return work === undefined || work.isFinished;
}

function valueText(bar: Bar, language: Language): string {
  const { work, value, unit } = bar;
  if (isWhole(bar) || !work) return printedMeasure(value, unit);
  const words = barWords[language];
  return work.begunUs === undefined ? words.starting : words.running(work.done, work.of);
}

function spoken(bar: Bar | undefined, language: Language): string {
  const words = barWords[language];
  if (!bar) return words.toCome;
  const value = printedMeasure(bar.value, bar.unit);
  const { work } = bar;
  if (!work) return value;
  if (!work.isFinished) return words.spokenRunning(work.done, work.of, value);
  return words.spokenFinished(work.of, value);
}

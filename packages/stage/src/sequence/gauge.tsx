import { type ColourNumber, colourClass } from '../actor-colour.ts';
import { printedGrouped } from '../printed.ts';
import type { Language } from '../text.ts';
import { monoWidth, sansWidth } from '../text-width.ts';
import { bytesInFlight, type Flight } from './flight-at.ts';
import { sequenceWords } from './words.ts';

interface GaugeProps {
  readonly flight: Flight;
  readonly colour: ColourNumber;
  readonly width: number;
  readonly language: Language;
  /** The present step changed it. */
  readonly now: boolean;
}

const BAR = 9;

/** Bytes in flight within the window that the receiver announced, and the kernel's congestion window. */
export function Gauge({ flight, colour, width, language, now }: GaugeProps) {
  const words = sequenceWords[language];
  const bytes = bytesInFlight(flight);
  const { window, measured } = flight;
  const isShut = window?.bytes === 0;
  const numbers = isShut
    ? words.zeroWindow
    : window === undefined
      ? `${printedGrouped(bytes)} B`
      : words.ofWindow(printedGrouped(bytes), printedGrouped(window.bytes));
  const cwnd = measured === undefined ? '' : `cwnd ${measured.congestionWindow}`;
  const left = sansWidth(words.inFlight, 12.5) + 12;
  const cwndWidth = cwnd === '' ? 0 : monoWidth(cwnd, 11.5) + 10;
  const numbersWidth = isShut ? sansWidth(numbers, 12.5) : monoWidth(numbers, 11.5);
  const bar = Math.max(0, width - left - numbersWidth - cwndWidth - 12);
  const share = window === undefined || window.bytes === 0 ? 0 : Math.min(1, bytes / window.bytes);
  return (
    <g className={`ls-gauge ${colourClass(colour)}`} data-shut={isShut || undefined}>
      {cwnd !== '' && <title>{words.congestionWindow(measured?.congestionWindow ?? 0)}</title>}
      <text x={0} y={BAR} className="ls-strong">
        {words.inFlight}
      </text>
      {bar > 24 && (
        <>
          <rect x={left + 0.5} y={0.5} width={bar - 1} height={BAR} rx={1} className="ls-gauge-window" />
          {bytes > 0 && !isShut && (
            <rect x={left + 0.5} y={0.5} width={Math.max(3, (bar - 1) * share)} height={BAR} className="ls-fill" />
          )}
          {isShut && <line x1={left} x2={left + bar} y1={BAR + 0.5} y2={0.5} className="ls-line ls-ink" />}
        </>
      )}
      <text
        x={width - cwndWidth}
        y={BAR}
        textAnchor="end"
        className={isShut ? 'ls-reason' : 'ls-seconds'}
        data-now={now || undefined}
      >
        {numbers}
      </text>
      {cwnd !== '' && (
        <text x={width} y={BAR} textAnchor="end" className="ls-seconds">
          {cwnd}
        </text>
      )}
    </g>
  );
}

import type { Language } from '../text.ts';
import type { SeatPlan } from './seats.ts';
import { waitForWords } from './words.ts';

/** What the signs are: circle and box by the names that were left out of the drawing, solid and dashed line. */
export function SignsLegend({ plan, language }: { readonly plan: SeatPlan; readonly language: Language }) {
  const words = waitForWords[language];
  const signs = [
    { id: 'thread', d: 'M7 1A6 6 0 1 1 7 13A6 6 0 1 1 7 1', text: plan.threadPrefix.trim() || words.thread },
    { id: 'lock', d: 'M1 2H13V12H1Z', text: plan.prefix.trim() || words.lock },
    { id: 'hold', d: 'M0 7H22M17 3L22 7L17 11', text: words.heldBy },
    { id: 'wait', d: 'M0 7H5M8 7H13M16 7H22M17 3L22 7L17 11', text: words.waitsFor },
  ];
  return (
    <ul className="ls-signs" aria-hidden="true">
      {signs.map(({ id, d, text }) => (
        <li key={id}>
          <svg width={id === 'hold' || id === 'wait' ? 23 : 14} height={14}>
            <path d={d} />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}

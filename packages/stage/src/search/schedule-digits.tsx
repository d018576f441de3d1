import type { Trace } from '@lockstep/trace';
import { actorColour, colourClass } from '../actor-colour.ts';

interface ScheduleDigitsProps {
  readonly trace: Trace;
  /** Thread numbers from 1. */
  readonly schedule: readonly number[];
  /** The last digit is the present step. */
  readonly lastIsNow?: boolean;
}

/** A schedule as digits in their threads' colours; odd threads carry a bar on top, even ones below. */
export function ScheduleDigits({ trace, schedule, lastIsNow = false }: ScheduleDigitsProps) {
  return (
    <span className="ls-schedule" role="img" aria-label={schedule.join(' ')}>
      {schedule.map((thread, index) => (
        <i
          // A digit is its place in the schedule.
          key={index}
          className={colourClass(actorColour(trace, `t${thread}`))}
          data-bar={thread % 2 === 1 ? 'top' : 'bottom'}
          data-now={(lastIsNow && index === schedule.length - 1) || undefined}
        >
          {thread}
        </i>
      ))}
    </span>
  );
}

/** Digits of a schedule as it stands in a link or an event: `1122` or `1,1,2,2`. */
export function parseSchedule(text: string): readonly number[] {
  return [...text.replaceAll(/\D/g, '')].map(Number);
}

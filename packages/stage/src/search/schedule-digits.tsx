import { formatSchedule, type Trace, threadActor } from '@lockstep/trace';
import { actorColour, colourClass } from '../actor-colour.ts';

interface ScheduleDigitsProps {
  readonly trace: Trace;
  /** Thread numbers; main is 0. */
  readonly schedule: readonly number[];
  /** The last digit is the present step. */
  readonly lastIsNow?: boolean;
}

/** A schedule as digits in their threads' colours; odd threads carry a bar on top, even ones below, main none. */
export function ScheduleDigits({ trace, schedule, lastIsNow = false }: ScheduleDigitsProps) {
  return (
    <span className="ls-schedule" role="img" aria-label={schedule.join(' ')}>
      {schedule.map((thread, index) => (
        <i
          // A digit is its place in the schedule.
          key={index}
          className={colourClass(actorColour(trace, threadActor(thread)))}
          data-bar={thread === 0 ? undefined : thread % 2 === 1 ? 'top' : 'bottom'}
          data-now={(lastIsNow && index === schedule.length - 1) || undefined}
        >
          {formatSchedule([thread])}
        </i>
      ))}
    </span>
  );
}

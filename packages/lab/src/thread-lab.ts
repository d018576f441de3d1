// What labs about threads have in common: how their actors are called and coloured, and knobs that mean the same in each.
import { type Actor, COLOURS, type ColourNumber, threadActor, threadNumber } from '@lockstep/trace';
import type { Knob } from './knobs.ts';
import type { Text } from './text.ts';

/** The name of a thread on screen: `t3` is thread 3. Another actor keeps its id. */
export function threadName(actor: string): Text {
  const number = threadNumber(actor);
  if (number === undefined) return { en: actor, zh: actor };
  return number === 0 ? { en: 'main', zh: '主线程' } : { en: `thread ${number}`, zh: `线程 ${number}` };
}

/** Who is on stage: main, and threads with a colour each. */
export interface ThreadCast {
  /** How many threads beside main, `t1` to `tn`. */
  readonly threads: number;
  /** The function in `program.ts` and `program.py` that a thread runs, by its number. */
  readonly program: (thread: number) => string;
  /** Given where main is a thread of the program and has its own function; else it only waits for the others. */
  readonly main?: string;
}

/**
 * The actors of a lab about threads.
 * @example actors: (knobs) => threadActors({ threads: Number(knobs['cars']), program: () => 'car' })
 */
export function threadActors({ threads, program, main }: ThreadCast): readonly Actor[] {
  const first: Actor =
    main === undefined
      ? { id: 'main', role: 'main', colour: 0 }
      : { id: 'main', role: 'thread', colour: 0, program: main };
  const others = Array.from(
    { length: threads },
    (_, index): Actor => ({
      id: threadActor(index + 1),
      role: 'thread',
      colour: ((index % COLOURS) + 1) as ColourNumber,
      program: program(index + 1),
    }),
  );
  return [first, ...others];
}

/** How many free runs a batch makes. */
export function runsKnob(initial: number, max = 1000): Knob {
  return {
    id: 'runs',
    kind: 'number',
    modes: ['batch'],
    label: { en: 'runs', zh: '运行次数' },
    initial,
    min: 1,
    max,
    step: 1,
  };
}

/** How a search goes through the schedules. */
export const searchByKnob: Extract<Knob, { kind: 'choice' }> = {
  id: 'searchBy',
  kind: 'choice',
  modes: ['search'],
  label: { en: 'search by', zh: '搜索方式' },
  help: {
    en: 'Reduction leaves out schedules that cannot differ; fewest preemptions finds the simplest bug; all tries each one.',
    zh: '约简略去不会有差别的调度；最少抢占找到最简单的错误；全部则逐一尝试。',
  },
  initial: 'dpor',
  choices: [
    { value: 'dpor', label: { en: 'reduction (DPOR)', zh: '约简（DPOR）' } },
    { value: 'preemptions', label: { en: 'fewest preemptions', zh: '最少抢占' } },
    { value: 'all', label: { en: 'all schedules', zh: '全部调度' } },
  ],
};

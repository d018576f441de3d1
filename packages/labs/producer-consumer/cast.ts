import { type Text, threadActors, threadName } from '@lockstep/lab';
import { type Actor, type KnobValues, threadNumber } from '@lockstep/trace';
import { FIRST_CONSUMER, letterOf, PRODUCERS } from './bakery.ts';

export function actorsOf(knobs: KnobValues): readonly Actor[] {
  return threadActors({
    threads: PRODUCERS + Number(knobs['consumers']),
    program: (thread) => (thread < FIRST_CONSUMER ? 'producer' : 'consumer'),
    main: 'main',
  });
}

export function nameOf(actor: string): Text {
  const number = threadNumber(actor);
  if (!number) return threadName(actor);
  if (number < FIRST_CONSUMER) return { en: `producer ${letterOf(number)}`, zh: `生产者 ${letterOf(number)}` };
  const consumer = number - PRODUCERS;
  return { en: `consumer ${consumer}`, zh: `消费者 ${consumer}` };
}

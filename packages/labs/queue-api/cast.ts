import { type Text, threadActors, threadName } from '@lockstep/lab';
import type { Actor, KnobValues, Mode } from '@lockstep/trace';
import { storyOf } from './story.ts';

export function actorsOf(knobs: KnobValues, mode: Mode): readonly Actor[] {
  switch (storyOf(knobs, mode)) {
    case 'ways':
      return threadActors({ threads: 2, program: (thread) => (thread === 1 ? 'putter' : 'getter') });
    case 'check':
      return threadActors({
        threads: 2,
        program: () => (knobs['way'] === 'try' ? 'trier' : 'checker'),
        main: 'opener',
      });
    case 'capacity':
      return [
        ...threadActors({ threads: 0, program: () => 'fill' }),
        { id: 'python', role: 'process', colour: 1, program: 'fill' },
      ];
  }
}

export function nameOf(actor: string): Text {
  return actor === 'python' ? { en: 'Python', zh: 'Python' } : threadName(actor);
}

import type { Trace } from '@lockstep/trace';
import type { StageProps } from '../stage-props.ts';

/** What every stage is given, as the player gives it. */
export function stagePropsOf(trace: Trace, cursor: number, more: Partial<StageProps> = {}): StageProps {
  return {
    trace,
    length: trace.length,
    cursor,
    spacing: 'logical',
    language: 'en',
    name: (actor) => (actor === 'main' ? 'main' : `thread ${actor.slice(1)}`),
    showFuture: true,
    sources: new Set(['wire', 'kernel', 'program', 'derived', 'model']),
    selection: {},
    onSelect: () => undefined,
    onSeek: () => undefined,
    width: 792,
    height: 420,
    ...more,
  };
}

import { type Actor, foldOf, type Model, type Trace, type TraceEvent } from '@lockstep/trace';

/** Where a program is at a cursor. */
export interface Standing {
  readonly actor: Actor;
  /** Line of program.ts that it executed last. */
  readonly line?: number;
  readonly state: 'not-started' | 'running' | 'in-call' | 'waiting' | 'sleeping' | 'finished' | 'killed';
  /** The call it is in, or what it waits for. */
  readonly on?: string;
}

/** Of every actor that runs a function of the program, or was seen on one of its lines. */
export function standingsAt(trace: Trace, cursor: number): readonly Standing[] {
  return foldOf(standings, trace)
    .at(cursor)
    .filter(({ actor, line }) => actor.program !== undefined || line !== undefined);
}

const standings: Model<readonly Standing[]> = {
  initial: ({ actors }) => actors.map((actor) => ({ actor, state: 'not-started' })),
  apply(all, event) {
    const index = all.findIndex(({ actor }) => actor.id === event.actor);
    return index < 0 ? all : all.with(index, after(all[index] as Standing, event));
  },
};

function after(standing: Standing, event: TraceEvent): Standing {
  const line = event.line ?? standing.line;
  const base = { actor: standing.actor, ...(line === undefined ? {} : { line }) };
  switch (event.kind) {
    case 'call.entered':
      return { ...base, state: event.call === 'sleep' ? 'sleeping' : 'in-call', on: event.call };
    case 'thread.blocked':
      return { ...base, state: 'waiting', on: event.on };
    case 'gil.requested':
      return { ...base, state: 'waiting', on: 'GIL' };
    case 'gil.drop-requested':
      return { ...standing, ...base };
    case 'thread.slept':
      return { ...base, state: 'sleeping', on: 'sleep' };
    case 'thread.finished':
    case 'process.exited':
      return { ...base, state: 'finished' };
    case 'run.ended':
      return standing;
    case 'thread.killed':
      return { ...base, state: 'killed' };
    default:
      return { ...base, state: 'running' };
  }
}

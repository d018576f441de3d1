import type { Actor, Trace } from '@lockstep/trace';

/** Where a program is at a cursor. */
export interface Standing {
  readonly actor: Actor;
  /** Line of program.ts that it executed last. */
  readonly line?: number;
  readonly state: 'not-started' | 'running' | 'in-call' | 'waiting' | 'sleeping' | 'finished';
  /** The call it is in, or what it waits for. */
  readonly on?: string;
}

/** Of every actor that runs a function of the program. */
export function standingsAt(trace: Trace, cursor: number): readonly Standing[] {
  return trace.header.actors
    .filter((actor) => actor.program !== undefined)
    .map((actor) => {
      let standing: Standing = { actor, state: 'not-started' };
      for (let seq = 0; seq < cursor; seq++)
        if (trace.actorAt(seq) === actor.id) standing = after(standing, trace, seq);
      return standing;
    });
}

function after(standing: Standing, trace: Trace, seq: number): Standing {
  const event = trace.event(seq);
  const line = event.line ?? standing.line;
  const base = { actor: standing.actor, ...(line === undefined ? {} : { line }) };
  switch (event.kind) {
    case 'call.entered':
      return { ...base, state: event.call === 'sleep' ? 'sleeping' : 'in-call', on: event.call };
    case 'thread.blocked':
      return { ...base, state: 'waiting', on: event.on };
    case 'thread.slept':
      return { ...base, state: 'sleeping', on: 'sleep' };
    case 'thread.finished':
    case 'process.exited':
      return { ...base, state: 'finished' };
    default:
      return { ...base, state: 'running' };
  }
}

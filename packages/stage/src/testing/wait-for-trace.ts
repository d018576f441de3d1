// Runs that end in waiting, as gated threads record them: told operation by operation.
import { type ColourNumber, createTrace, type Fact, type Trace } from '@lockstep/trace';

/** `t1 +A`: takes A. `t1 -A`: releases it. `t1 ?A t2`: must wait for A, which t2 holds. `t1 .`: has finished. */
export function waitForTrace(threads: number, story: string): Trace {
  const actors = Array.from({ length: threads }, (_, i) => `t${i + 1}`);
  const trace = createTrace({
    format: 'lockstep',
    version: 1,
    run: `sample-wait-for-${threads}`,
    lab: 'deadlock',
    mode: 'stepped',
    knobs: {},
    seed: 1,
    actors: [
      { id: 'main', role: 'main', colour: 0 },
      ...actors.map((id, i) => ({ id, role: 'thread' as const, colour: ((i % 8) + 1) as ColourNumber })),
    ],
    reality: { parts: ['worker-threads'] },
    machine: { platform: 'linux', kernel: '6.1', node: 'v20', cores: 2 },
    startedAt: '2026-01-01T00:00:00.000Z',
  });
  const tell = (actor: string, fact: Record<string, unknown>) =>
    trace.append({ at: trace.length * 180, actor, source: 'program', ...fact } as unknown as Fact);
  for (const actor of actors) tell(actor, { kind: 'thread.started', name: actor });
  tell('main', { kind: 'thread.blocked', on: `join(${actors.join(', ')})` });
  for (const line of story.split(';').map((one) => one.trim())) {
    const [actor = '', act = '', holder] = line.split(' ');
    const what = act.slice(1);
    if (act[0] === '+') tell(actor, { kind: 'lock.acquired', lock: what });
    else if (act[0] === '-') tell(actor, { kind: 'lock.released', lock: what });
    else if (act[0] === '.') tell(actor, { kind: 'thread.finished' });
    else if (act[0] === '!') tell(actor, { kind: 'condition.notified', condition: what, woken: '', waiters: 0 });
    else {
      if (holder) tell(actor, { kind: 'lock.requested', lock: what });
      tell(actor, { kind: 'thread.blocked', on: what, ...(holder ? { holder } : {}) });
    }
  }
  return trace;
}

/** Two threads and two locks, taken crosswise: the circle closes at the last event. */
export const crosswiseTrace = () => waitForTrace(2, 't1 +A; t2 +B; t1 ?B t2; t2 ?A t1');

/** Everybody takes the fork at the left and waits for the one at the right. */
export function philosophersTrace(count: number): Trace {
  const all = Array.from({ length: count }, (_, i) => i + 1);
  const left = all.map((i) => `t${i} +fork${i}`);
  const right = all.map((i) => `t${i} ?fork${(i % count) + 1} t${(i % count) + 1}`);
  return waitForTrace(count, [...left, ...right].join(';'));
}

/** The notify comes before the wait: no cycle, and yet nobody can go on. */
export const lostWakeUpTrace = () =>
  waitForTrace(2, 't2 +lock; t2 !cond; t2 -lock; t2 .; t1 +lock; t1 -lock; t1 ?cond');

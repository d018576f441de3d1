import type { Fact, TraceEvent } from '@lockstep/trace';
import { afterEach, describe, expect, it } from 'vitest';
import { fixtures } from '../fixtures/run-scenario.ts';
import { ThreadProbe } from '../thread-probe.ts';
import { STATE } from './board.ts';
import { Crew, type CrewOptions } from './crew.ts';
import { runFreely } from './free-run.ts';
import { RingDrain } from './ring-drain.ts';

let crew: Crew;
afterEach(() => crew.dispose());

async function hire(options: Partial<CrewOptions>): Promise<Crew> {
  const program = 'lost-update.js';
  crew = await Crew.create({
    directory: fixtures,
    program,
    knobs: {},
    gated: false,
    lines: false,
    windowUs: 0,
    ...options,
  });
  await crew.allAre(STATE.idle);
  return crew;
}

async function record(): Promise<{ facts: TraceEvent[]; drain: RingDrain }> {
  const facts: TraceEvent[] = [];
  const probe = new ThreadProbe({
    actors: crew.actors,
    source: 'program',
    record: (fact: Fact) => facts.push({ ...fact, seq: facts.length } as TraceEvent) - 1,
  });
  const drain = new RingDrain(crew, probe, (timeNs) => Number(timeNs) / 1000);
  expect(await runFreely(crew, () => drain.drain())).toMatchObject({ ending: 'finished' });
  drain.drain();
  return { facts, drain };
}

describe('a free run', () => {
  it.each([2, 4, 8])('loses nothing under the lock, with %i real threads', async (threads) => {
    const rounds = 3000;
    await hire({ knobs: { threads, rounds, locked: true } });
    for (let run = 0; run < 4; run++) {
      expect(await runFreely(crew)).toMatchObject({ ending: 'finished' });
      expect(crew.instance.outcome(crew.state())).toEqual({ value: String(threads * rounds), expected: true });
    }
  });

  it('loses most updates without the lock when the window is slept through, also on one core', async () => {
    await hire({ knobs: { threads: 4, rounds: 20 }, windowUs: 500 });
    await runFreely(crew);
    expect(crew.state()[0]).toBeLessThan(35);
  });

  it.each([2, 4])('is recorded in the order of memory, with %i threads racing', async (threads) => {
    const rounds = 1500;
    await hire({ knobs: { threads, rounds, locked: false }, ringCapacity: 1 << 14 });
    const { facts } = await record();
    const written = facts.filter(({ kind }) => kind === 'value.written');
    expect(written).toHaveLength(threads * rounds);
    let inMemory = 0;
    for (const fact of facts) {
      if (fact.kind === 'value.read') expect(fact.value).toBe(inMemory);
      if (fact.kind === 'value.written') {
        expect(fact.before).toBe(inMemory);
        inMemory = fact.value;
      }
    }
    expect(crew.state()[0]).toBe(inMemory);
  });

  it('records a lock that is never held twice, and each acquire with the release that made room', async () => {
    await hire({ knobs: { threads: 4, rounds: 500, locked: true }, ringCapacity: 1 << 14 });
    const { facts } = await record();
    let holder: string | undefined;
    for (const fact of facts) {
      if (fact.kind === 'lock.acquired') {
        expect(holder).toBeUndefined();
        if (fact.cause !== undefined) expect(facts[fact.cause]?.kind).toBe('lock.released');
        holder = fact.actor;
      }
      if (fact.kind === 'lock.released') {
        expect(fact.actor).toBe(holder);
        holder = undefined;
      }
    }
    expect(facts.filter(({ kind }) => kind === 'lock.acquired')).toHaveLength(2000);
    expect(facts.filter(({ kind }) => kind === 'thread.finished')).toHaveLength(4);
  });

  it('tells how many records found no room', async () => {
    await hire({ knobs: { threads: 1, rounds: 100 }, ringCapacity: 64 });
    const facts: Fact[] = [];
    const probe = new ThreadProbe({ actors: crew.actors, source: 'program', record: (fact) => facts.push(fact) - 1 });
    const drain = new RingDrain(crew, probe, () => 0);
    await runFreely(crew);
    drain.drain();
    expect(facts.filter(({ kind }) => kind.startsWith('value.'))).toHaveLength(64);
    expect(facts.at(-1)).toMatchObject({ kind: 'run.dropped', where: 'ring of t1', count: 300 + 1 - 64 });
  });

  it('can be repeated after a deadlock, on the same threads', async () => {
    await hire({ program: 'two-locks.js', knobs: { pauseMs: 20 } });
    expect(await runFreely(crew)).toMatchObject({ ending: 'deadlock' });
    expect(await runFreely(crew)).toMatchObject({ ending: 'deadlock' });
  });

  it('fails with the error of a program that throws', async () => {
    await hire({ program: 'broken.js' });
    await expect(runFreely(crew)).rejects.toThrow('this program is broken');
  });
});

// The same little scripts under CPython and on the model: what they print, above all the errors, is the same text.
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scripts } from './fixtures/python-scripts.ts';
import { VirtualMachine } from './virtual/virtual-machine.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;
const file = fileURLToPath(new URL('fixtures/python-scripts.py', import.meta.url));

/** What a script prints when all threads go in turns, and a time runs out only when nobody else can go on. */
function printed(name: keyof typeof scripts): readonly string[] {
  const machine = new VirtualMachine(scripts[name].instantiate({}));
  const lines: string[] = [];
  for (let last = -1; !machine.isOver(); ) {
    const threads = Array.from({ length: machine.threadCount }, (_, place) => (last + 1 + place) % machine.threadCount);
    const next = threads.find((thread) => isEnabled(machine, thread)) ?? soonest(machine, threads);
    const step = machine.step(next);
    if (step.verb.name === 'print') lines.push(step.name);
    last = next;
  }
  return lines;
}

function isEnabled(machine: VirtualMachine, thread: number): boolean {
  const request = machine.pending(thread);
  return request !== undefined && machine.model.enabled(thread, request);
}

/** The thread whose time runs out first. */
function soonest(machine: VirtualMachine, threads: readonly number[]): number {
  const timeOf = (thread: number) => machine.pending(thread)?.timeoutMs ?? -1;
  const [first] = threads.filter((thread) => timeOf(thread) >= 0).sort((one, other) => timeOf(one) - timeOf(other));
  if (first === undefined) throw new Error('nobody can go on');
  return first;
}

describe.skipIf(!hasPython)('CPython says the same (needs python3)', () => {
  it.each(Object.keys(scripts) as (keyof typeof scripts)[])('of %s', (name) => {
    const python = execFileSync('python3', ['-I', file, name], { encoding: 'utf8' });
    expect(printed(name)).toEqual(python.trimEnd().split('\n'));
  });
});

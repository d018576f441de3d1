import type { TraceEvent } from '@lockstep/trace';
import { describe, expect, it } from 'vitest';
import { tellVirtually } from '../fixtures/tell-virtually.ts';
import { lifoQueue, NONE, priorityQueue, type Queue, queue, threadProgram, VirtualMachine } from '../index.ts';

/** One thread that puts all items, or where there is a `-` gets one. */
function scripted(line: () => Queue, script: readonly (number | '-')[]) {
  return threadProgram({
    shared: () => ({ line: line() }),
    threads: ({ line: shared }) => [
      {
        actor: 't1',
        *body() {
          for (const step of script)
            if (step === '-') yield* shared.get();
            else yield* shared.put(step);
        },
      },
    ],
    outcome: ({ line: size }) => ({ value: String(size), expected: true }),
  });
}

/** Each get as the item and which put, counted from 0, it came from. */
function journeys(events: readonly TraceEvent[]): readonly string[] {
  const puts = events.filter(({ kind }) => kind === 'queue.put');
  return events.flatMap((event) =>
    event.kind === 'queue.got' ? [`${event.item}#${puts.findIndex(({ seq }) => seq === event.cause)}`] : [],
  );
}

describe('a queue', () => {
  it.each<[string, () => Queue, (number | '-')[], string[]]>([
    ['first in, first out', () => queue('line'), [5, 6, 5, '-', 5, '-', '-', '-'], ['5#0', '6#1', '5#2', '5#3']],
    ['last in, first out', () => lifoQueue('line'), [5, 6, 5, '-', 5, '-', '-', '-'], ['5#2', '5#3', '6#1', '5#0']],
    ['smallest first', () => priorityQueue('line'), [5, 6, -5, '-', 5, '-', '-', '-'], ['-5#2', '5#0', '5#3', '6#1']],
    ['pills, which are all alike', () => queue('line'), [NONE, NONE, '-', '-'], ['None#0', 'None#1']],
  ])('knows the put of each item that is got, also among equal ones: %s', async (_, line, script, expected) => {
    expect(journeys(await tellVirtually(scripted(line, script)))).toEqual(expected);
  });

  it.each([
    ['queue', queue],
    ['stack', lifoQueue],
    ['priority queue', priorityQueue],
  ])('is in the same state when the same is in it, whatever was before: %s', (_, make) => {
    const stateAfter = (script: readonly (number | '-')[]) => {
      const machine = new VirtualMachine(scripted(() => make('line', { maxsize: 4 }), script).instantiate({}));
      while (machine.pending(0)) machine.step(0);
      return [...machine.model.words];
    };
    const [size, , ...items] = stateAfter([1, 2, 3, '-', '-', '-', 7, 8]);
    const [sameSize, , ...sameItems] = stateAfter([9, '-', 7, 8]);
    expect([sameSize, ...sameItems]).toEqual([size, ...items]);
    expect(size).toBe(2);
  });

  it('shows its items as it is told to, in events, choices and states', async () => {
    const line = () => queue('line', { show: (item) => `job ${item}` });
    const [put] = await tellVirtually(scripted(line, [3]));
    expect(put).toMatchObject({ kind: 'queue.put', queue: 'line', item: 'job 3', size: 1 });
    const machine = new VirtualMachine(scripted(line, [3, NONE]).instantiate({}));
    const first = machine.pending(0);
    expect(first?.verb.describe(first)).toBe('put job 3 → line');
    machine.step(0);
    machine.step(0);
    expect(machine.model.describe()).toBe('line=[job 3,None]');
  });

  it('without a limit says when there is no more room', async () => {
    const items = Array.from({ length: 65 }, (_, item) => item);
    await expect(tellVirtually(scripted(() => queue('line'), items))).rejects.toThrow(
      new RangeError('line has room for 64 items: give it a maxsize'),
    );
    expect(await tellVirtually(scripted(() => queue('line', { maxsize: 65 }), items))).toHaveLength(65);
  });

  it('lets join go on when the last task is done, and says which', async () => {
    const program = threadProgram({
      shared: () => ({ line: queue('line') }),
      threads: ({ line }) => [
        {
          actor: 't1',
          *body() {
            yield* line.put(1);
            yield* line.put(2);
            yield* line.join();
          },
        },
        {
          actor: 't2',
          *body() {
            for (let count = 0; count < 2; count++) {
              yield* line.get();
              yield* line.taskDone();
            }
          },
        },
      ],
      outcome: ({ line }) => ({ value: String(line), expected: true }),
    });
    const events = await tellVirtually(program);
    const done = events.filter(({ kind }) => kind === 'queue.task-done');
    expect(done.map((event) => event.kind === 'queue.task-done' && event.unfinished)).toEqual([1, 0]);
    expect(events.at(-1)).toMatchObject({ actor: 't1', kind: 'queue.joined', cause: done[1]?.seq });
  });
});

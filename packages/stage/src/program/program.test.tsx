// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { batchTrace, raceTrace, searchTrace } from '../testing/race-trace.ts';
import type { ProgramTexts } from './listing.ts';
import { Program } from './program.tsx';

afterEach(cleanup);

const body = (name: string, first: number) => ({
  python: `def ${name}():\n    load()  # [${first}]\n    add()  # [${first + 1}]\n    store()  # [${first + 2}]\n`,
  typescript: `export function* ${name}() {\n  yield* load(); // [${first}]\n  yield* add(); // [${first + 1}]\n  yield* store(); // [${first + 2}]\n}\n`,
});
const padding = (lines: number) => '\n'.repeat(lines);
const adder = body('adder', 1);
const subtracter = body('subtracter', 4);
// The sample trace says lines 13 to 15 for thread 1, and 26 to 28 for thread 2.
const program: ProgramTexts = {
  python: `${adder.python}\n\n${subtracter.python}`,
  typescript: `${padding(11)}${adder.typescript}${padding(8)}${subtracter.typescript}`,
};
const trace = raceTrace('111222121212');
const names: Readonly<Record<string, string>> = { t1: 'thread 1', t2: 'thread 2' };

function draw(cursor: number) {
  return render(
    <Program
      trace={trace}
      length={trace.length}
      cursor={cursor}
      language="en"
      name={(actor) => names[actor] ?? actor}
      program={program}
    />,
  ).container;
}

const here = (box: HTMLElement) =>
  [...box.querySelectorAll('.ls-code[data-here]')].map((line) => line.querySelector('code')?.textContent?.trim());

describe('the program view', () => {
  it('marks the last executed line of each thread, in Python first', () => {
    expect(here(draw(15))).toEqual(['store()', 'store()']);
    cleanup();
    expect(here(draw(12))).toEqual(['add()', 'load()']);
  });

  it('shows an actor without a function of its own in the one where it stands', () => {
    const own = batchTrace([[0, 1]]);
    own.append({ at: 9000, actor: 'main', source: 'program', kind: 'text.printed', text: 'x', line: 27 });
    const { container } = render(
      <Program
        trace={own}
        length={own.length}
        cursor={own.length}
        language="en"
        name={(actor) => actor}
        program={program}
      />,
    );
    expect(here(container)).toEqual(['add()']);
  });

  it('marks the same lines in TypeScript', () => {
    const box = draw(12);
    fireEvent.click(screen.getByRole('tab', { name: 'TypeScript' }));
    expect(here(box)).toEqual(['yield* add();', 'yield* load();']);
    expect(screen.getByRole('tab', { name: 'TypeScript' }).getAttribute('aria-selected')).toBe('true');
  });

  it('says what each one is doing, and tells it to those who do not see the band', () => {
    draw(trace.length);
    expect(screen.getAllByText('finished')).toHaveLength(2);
    expect(screen.getByText('thread 1 is here')).toBeDefined();
  });

  it('marks nothing before anything ran', () => {
    expect(here(draw(0))).toEqual([]);
  });

  it.each([
    ['batch', batchTrace([[0, 3]])],
    ['search', searchTrace()],
  ])('says of no thread that it has not started in a %s, whose runs are not followed line by line', (_, many) => {
    const { container } = render(
      <Program
        trace={many}
        length={many.length}
        cursor={2}
        language="en"
        name={(actor) => names[actor] ?? actor}
        program={program}
      />,
    );
    expect(screen.getByText('thread 1')).toBeDefined();
    expect(container.textContent).not.toMatch(/not started|the line each one is on/);
  });
});

import { expect, test } from 'vitest';
import { runLab } from '../_testing/run-lab.ts';

test('two threads that load before either stores lose an update', async () => {
  const trace = await runLab('_template', { mode: 'stepped', schedule: [1, 2, 1, 2] });
  const outcome = trace.slice(0).find((event) => event.kind === 'outcome.observed');
  expect(outcome).toMatchObject({ value: '1', expected: false });
});

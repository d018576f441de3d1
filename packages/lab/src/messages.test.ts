import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { runRequest, stepRequest, watchRequest } from './index.ts';

const run = { lab: 'race', mode: 'free', knobs: { rounds: 2 } };

describe('messages', () => {
  test('that are well formed pass', () => {
    expect(z.safeParse(runRequest, run).success).toBe(true);
    expect(z.safeParse(runRequest, { ...run, seed: 1, schedule: [1, 2, 1] }).success).toBe(true);
    expect(z.safeParse(watchRequest, { run: 'abc', from: 0 }).success).toBe(true);
    expect(z.safeParse(stepRequest, { run: 'abc', token: 't', thread: 16 }).success).toBe(true);
  });

  test.each([
    [runRequest, { ...run, lab: '../etc/passwd' }],
    [runRequest, { ...run, mode: 'fast' }],
    [runRequest, { ...run, host: 'example.org' }],
    [runRequest, { ...run, knobs: { a: { b: 1 } } }],
    [runRequest, { ...run, knobs: { message: 'x'.repeat(5000) } }],
    [runRequest, { ...run, schedule: [17] }],
    [runRequest, { ...run, schedule: Array.from({ length: 2001 }, () => 1) }],
    [watchRequest, { run: 'abc', from: -1 }],
    [watchRequest, { run: 'a'.repeat(65), from: 0 }],
    [stepRequest, { run: 'abc', token: 't', thread: (1 << 24) + 1 }],
    [stepRequest, 'step'],
  ])('that are not are refused: %#', (schema, message) => {
    expect(z.safeParse(schema as typeof runRequest, message).success).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { initialKnobs, type Knob, KnobError, parseKnobs, utf8Length } from './index.ts';

const label = { en: 'x', zh: 'x' };
const knobs: readonly Knob[] = [
  {
    id: 'order',
    kind: 'choice',
    label,
    initial: 'a',
    choices: [
      { value: 'a', label },
      { value: 'b', label },
    ],
  },
  { id: 'count', kind: 'number', label, initial: 2, min: 1, max: 4, step: 1 },
  { id: 'message', kind: 'text', label, initial: 'hi', maxBytes: 6 },
  { id: 'lock', kind: 'toggle', label, initial: false },
];

describe('knobs', () => {
  test('that are left alone have their initial values', () => {
    expect(parseKnobs(knobs, {})).toEqual(initialKnobs(knobs));
    expect(parseKnobs(knobs, { count: 3 })).toEqual({ order: 'a', count: 3, message: 'hi', lock: false });
  });

  test.each([
    [{ speed: 1 }, 'speed'],
    [{ order: 'c' }, 'order'],
    [{ count: '3' }, 'count'],
    [{ count: 5 }, 'count'],
    [{ count: Number.NaN }, 'count'],
    [{ message: '你好吗' }, 'message'],
    [{ message: '' }, 'message'],
    [{ message: 3 }, 'message'],
    [{ lock: 'on' }, 'lock'],
  ])('from outside are refused by name: %o', (values, knob) => {
    let error: unknown;
    try {
      parseKnobs(knobs, values);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(KnobError);
    expect((error as KnobError).knob).toBe(knob);
  });

  test('count their text in UTF-8 bytes', () => {
    for (const text of ['', 'hello', 'é', '你好', '🙂', 'a\u0000b'])
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
  });
});

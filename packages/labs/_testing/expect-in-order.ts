import type { TraceEvent } from '@lockstep/trace';
import { expect } from 'vitest';

/** All of these happened, each after the one before it. */
export function expectInOrder(...events: readonly (TraceEvent | undefined)[]): void {
  const places = events.map((event) => event?.seq);
  expect(places).not.toContain(undefined);
  expect(places).toEqual([...places].sort((a, b) => Number(a) - Number(b)));
}

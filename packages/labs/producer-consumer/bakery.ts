// Who is who in the bakery, and what the ways to end it consist of.
import type { KnobValues } from '@lockstep/trace';

/** Threads 1 and 2 bake; those from 3 on eat. */
export const PRODUCERS = 2;
export const FIRST_CONSUMER = PRODUCERS + 1;

/** Bun 3 of the first producer is 103, shown as A3. */
export function bunOf(baker: number, number: number): number {
  return baker * 100 + number;
}

export function bunName(bun: number): string {
  return `${letterOf(Math.floor(bun / 100))}${bun % 100}`;
}

/** The producers are called A and B. */
export function letterOf(baker: number): string {
  return String.fromCharCode(64 + baker);
}

/** What is done so that the consumers may end. */
export interface Ending {
  /** Main waits for the producers before anything else. */
  readonly waitsForProducers: boolean;
  readonly pillsOfMain: number;
  /** How many each producer puts when it has finished. */
  readonly pillsOfProducer: number;
  /** Consumers are daemons that report each item with task_done(), and main waits with buns.join(). */
  readonly reports: boolean;
}

const nothing: Ending = { waitsForProducers: true, pillsOfMain: 0, pillsOfProducer: 0, reports: false };

export function endingOf(knobs: KnobValues): Ending {
  const consumers = Number(knobs['consumers']);
  switch (knobs['ending']) {
    case 'main-pills':
      return { ...nothing, pillsOfMain: consumers };
    case 'own-pill':
      return { ...nothing, pillsOfProducer: 1 };
    case 'own-pills':
      return { ...nothing, pillsOfProducer: consumers };
    case 'join':
      return { ...nothing, reports: true };
    case 'join-at-once':
      return { ...nothing, waitsForProducers: false, reports: true };
    default:
      return nothing;
  }
}

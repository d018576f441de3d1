// What becomes of a connection, drawn from the seed when it is made: the same seed spoils the same connections after the
// same number of bytes.
import { between, type Random } from './random.ts';

export interface Fate {
  /** Each piece comes later by this, and by up to `jitterMs` more; pieces never pass each other. */
  readonly latencyMs?: number;
  readonly jitterMs?: number;
  /** Both sides are cut off when so many bytes have come from the server. */
  readonly cutAfterBytes?: number;
  /** From then on nothing is forwarded, and nobody is told: the connection is half open. */
  readonly stallAfterBytes?: number;
  /** The client reads so slowly. */
  readonly bytesPerSecond?: number;
}

/** Draws the fate of the n-th connection, from 0. */
export type DrawFate = (random: Random, connection: number) => Fate;

export const unspoilt: DrawFate = () => ({});

/** A Wi-Fi full of laptops: some connections break soon, some hang, some are slow, all are late, and none lasts. */
export const classroom: DrawFate = (random) => {
  const late = { latencyMs: between(random, 0, 8), jitterMs: between(random, 0, 8) };
  const draw = random();
  if (draw < 0.45) return { ...late, cutAfterBytes: between(random, 200, 60_000) };
  if (draw < 0.6) return { ...late, stallAfterBytes: between(random, 200, 60_000) };
  if (draw < 0.7) return { ...late, bytesPerSecond: between(random, 20_000, 60_000) };
  return { ...late, cutAfterBytes: between(random, 100_000, 1_000_000) };
};

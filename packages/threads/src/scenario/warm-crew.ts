// Starting a worker costs some 20 ms and more on a busy machine, and an undo, a fork or the next run of a series want
// the same workers again. So the crew of the last run that ended well stays for a while.
import { startTimer } from '#platform';
import { Crew, type CrewOptions } from '../live/crew.ts';

const KEEP_MS = 10_000;

interface Kept {
  readonly key: string;
  readonly crew: Crew;
  readonly stopTimer: () => void;
}

let kept: Kept | undefined;

/** The crew that waits for such a run, or a new one. */
export async function takeCrew(options: CrewOptions): Promise<Crew> {
  const waiting = kept;
  if (waiting === undefined || waiting.key !== keyOf(options)) return Crew.create(options);
  forget();
  waiting.crew.stayAlive(true);
  return waiting.crew;
}

/** Keeps a crew whose threads are all idle or done; the one that was kept before goes. */
export async function keepCrew(crew: Crew, options: CrewOptions): Promise<void> {
  const before = kept;
  crew.stayAlive(false);
  const stopTimer = startTimer(KEEP_MS, () => void dismissCrew());
  forget();
  kept = { key: keyOf(options), crew, stopTimer };
  await before?.crew.dispose();
}

/** Lets the crew go that is kept. */
async function dismissCrew(): Promise<void> {
  const waiting = kept;
  forget();
  await waiting?.crew.dispose();
}

function forget(): void {
  kept?.stopTimer();
  kept = undefined;
}

function keyOf(options: CrewOptions): string {
  return JSON.stringify(options);
}

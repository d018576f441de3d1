import { connectLearner, type Learner, type LearnerOptions } from '@lockstep/crowd';

/** As many learners as a class has behind one router. */
const OF_ONE_ADDRESS = 300;
const AT_ONCE = 50;

/** The address of learner n: all of 127.0.0.0/8 is this machine, so that limits per address hold as they do outside. */
export function addressOf(learner: number): string {
  return `127.0.0.${2 + Math.floor(learner / OF_ONE_ADDRESS)}`;
}

/** Connects so many learners, some at a time. */
export async function joinCrowd(
  count: number,
  options: (learner: number) => LearnerOptions,
  atOnce = AT_ONCE,
): Promise<readonly Learner[]> {
  const learners: Learner[] = [];
  while (learners.length < count) {
    const first = learners.length;
    const some = Array.from({ length: Math.min(atOnce, count - first) }, (_, n) =>
      connectLearner({ localAddress: addressOf(first + n), ...options(first + n) }),
    );
    learners.push(...(await Promise.all(some)));
  }
  return learners;
}

/** Starts a run of a lab and returns its id and the token of whoever started it. */
export async function startRun(learner: Learner, lab: string, knobs: object): Promise<{ run: string; token: string }> {
  const reply = (await learner.ask('run', { lab, mode: 'free', knobs })) as { ok: boolean; run: string; token: string };
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply;
}

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again and again until it is so. */
export async function until(isSo: () => boolean | Promise<boolean>, everyMs = 5): Promise<void> {
  while (!(await isSo())) await wait(everyMs);
}

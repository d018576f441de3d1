// What only whoever started a run may do with it.
import type { Reply, StepRequest, StopRequest } from '@lockstep/lab';
import { Refused } from '@lockstep/lab';
import { isSameToken } from '../sockets/same-token.ts';
import type { Run } from './run-contract.ts';

const DONE: Reply = { ok: true };

/** @throws Refused */
export async function stepRun(run: Run, { token, thread }: StepRequest): Promise<Reply> {
  checkToken(run, token);
  if (run.mode !== 'stepped') throw new Refused('mode', `a ${run.mode} run is not stepped`);
  await run.step(thread);
  return DONE;
}

/** @throws Refused */
export function stopRun(run: Run, { token }: StopRequest): Reply {
  checkToken(run, token);
  run.stop('stopped');
  return DONE;
}

function checkToken(run: Run, token: string): void {
  if (!isSameToken(token, run.token)) throw new Refused('not-yours', 'only who started this run can do that');
}

import { LANES, type Lane } from '../lanes/lane.ts';
import { probeNetwork } from '../lanes/probe-network.ts';

/** The lanes that this machine and this user allow, each tried by itself. */
export async function lanesHere(): Promise<readonly Lane[]> {
  const before = process.env['LOCKSTEP_LANES'];
  const allowed: Lane[] = [];
  for (const lane of LANES) {
    process.env['LOCKSTEP_LANES'] = lane;
    if ((await probeNetwork()).lane === lane) allowed.push(lane);
  }
  if (before === undefined) delete process.env['LOCKSTEP_LANES'];
  else process.env['LOCKSTEP_LANES'] = before;
  return allowed;
}

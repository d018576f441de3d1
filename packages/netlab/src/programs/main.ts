// The process of one program. Its main thread blocks in the system calls that the program makes.
import { readSync, writeSync } from 'node:fs';
import { createRunClock } from '../native/clock.ts';
import { dieWithParent } from '../native/die-with-parent.ts';
import { execute, type Tell } from './execute.ts';
import { createLineOf } from './line-of.ts';
import type { Program } from './operation.ts';
import { PROGRAM_CHANNEL_FD, type ProgramPlan } from './program-plan.ts';

dieWithParent();
const plan = JSON.parse(process.argv[2] as string) as ProgramPlan;
const clock = createRunClock(BigInt(plan.startNs));
const go = new Uint8Array(1);

const tell: Tell = (report) => {
  if (!exchanged(`${JSON.stringify({ ...report, atUs: clock.nowUs() })}\n`)) process.exit(1);
};

/** False: the cable is gone, and with it this program's reason to live. */
function exchanged(line: string): boolean {
  try {
    writeSync(PROGRAM_CHANNEL_FD, line);
    return readSync(PROGRAM_CHANNEL_FD, go) > 0;
  } catch {
    return false;
  }
}

const functions = (await import(plan.programUrl)) as Record<string, ((given: unknown) => Program) | undefined>;
const start = functions[plan.functionName];
if (!start) throw new Error(`${plan.programUrl} has no function ${plan.functionName}`);
tell({ kind: 'ready', pid: process.pid });
process.exit(execute(start(plan.arguments), createLineOf(plan.programUrl), tell) ? 0 : 1);

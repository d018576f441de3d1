// Runs a scenario of real CPython on the fixture program and gives back its trace.
import { fileURLToPath } from 'node:url';
import { RUN_LIMITS, type RunContext, type StepChoice } from '@lockstep/lab';
import { type Actor, createTrace, type Trace } from '@lockstep/trace';
import { type CPythonRun, cpythonScenario, probePython } from '../index.ts';

export const { python } = await probePython();
export const hasPython = python !== undefined;

export interface CPythonTestRun {
  readonly schedule?: readonly number[];
  readonly signal?: AbortSignal;
  readonly onOffer?: (choices: readonly StepChoice[]) => void;
  readonly nextStep?: () => Promise<number>;
}

export async function runCPython(
  work: (run: CPythonRun) => Promise<void>,
  { schedule = [], signal = new AbortController().signal, onOffer, nextStep }: CPythonTestRun = {},
): Promise<Trace> {
  const startNs = process.hrtime.bigint();
  const actors: readonly Actor[] = [
    { id: 'main', role: 'main', colour: 0 },
    ...[1, 2, 3, 4].map((n): Actor => ({ id: `t${n}`, role: 'thread', colour: n as Actor['colour'] })),
  ];
  const header = {
    format: 'lockstep' as const,
    version: 1,
    run: 'test',
    lab: 'counter',
    mode: 'stepped' as const,
    knobs: {},
    seed: 1,
    actors,
    reality: { parts: [] as readonly string[] },
    machine: { platform: process.platform, kernel: 'test', node: process.versions.node, cores: 2 },
    startedAt: new Date().toISOString(),
  };
  const trace = createTrace(header);
  const context: RunContext = {
    ...header,
    schedule,
    signal,
    limits: RUN_LIMITS,
    labDirectory: fileURLToPath(new URL('../../fixtures/dist/counter', import.meta.url)),
    record: (fact) => trace.append(fact),
    nowUs: () => Number(process.hrtime.bigint() - startNs) / 1000,
    declare: (reality) => {
      header.reality = reality;
    },
    offer: (choices) => onOffer?.(choices),
    nextStep: nextStep ?? (() => Promise.reject(new Error('nobody is there to choose'))),
  };
  await cpythonScenario(work).run(context);
  return trace;
}

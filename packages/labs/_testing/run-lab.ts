// Runs a lab's scenario for real and gives back its trace: one line in a test.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Lab, parseKnobs, RUN_LIMITS, type RunContext, type Scenario } from '@lockstep/lab';
import {
  createRecorder,
  createTrace,
  type Header,
  type KnobValues,
  type Mode,
  type Reality,
  type Trace,
} from '@lockstep/trace';

const compiled = fileURLToPath(new URL('../dist/', import.meta.url));

export interface LabRun {
  readonly mode: Mode;
  readonly knobs?: KnobValues;
  readonly schedule?: readonly number[];
  readonly seed?: number;
  /** Called after each event; abort here to stop in the middle. */
  readonly onEvent?: (trace: Trace, stop: () => void) => void;
}

/** The lab and its scenario as the server loads them: compiled. */
async function loadLab(id: string): Promise<{ lab: Lab; scenario: Scenario; directory: string }> {
  const directory = join(compiled, id);
  const load = async (file: string) =>
    (await import(pathToFileURL(join(directory, file)).href)) as { default: unknown };
  return {
    lab: (await load('lab.js')).default as Lab,
    scenario: (await load('scenario.js')).default as Scenario,
    directory,
  };
}

export async function runLab(id: string, run: LabRun): Promise<Trace> {
  const { lab, scenario, directory } = await loadLab(id);
  const knobs = parseKnobs(lab.knobs, run.knobs ?? {});
  const stop = new AbortController();
  const startedAt = process.hrtime.bigint();
  const actors = lab.actors(knobs, run.mode);
  const reality: { current: Reality } = { current: { parts: [] } };
  const header: Header = {
    format: 'lockstep',
    version: 1,
    run: 'test',
    lab: id,
    mode: run.mode,
    knobs,
    seed: run.seed ?? 1,
    actors,
    get reality() {
      return reality.current;
    },
    machine: { platform: process.platform, kernel: 'test', node: process.versions.node, cores: 2 },
    startedAt: new Date().toISOString(),
  };
  const trace = createTrace(header);
  const recorder = createRecorder(trace, RUN_LIMITS.maxEvents, () => run.onEvent?.(trace, () => stop.abort()));
  const context: RunContext = {
    mode: run.mode,
    knobs,
    seed: header.seed,
    schedule: run.schedule ?? [],
    actors,
    signal: stop.signal,
    limits: RUN_LIMITS,
    labDirectory: directory,
    record: (fact) => recorder.record(fact),
    nowUs: () => Number(process.hrtime.bigint() - startedAt) / 1000,
    declare: (declared) => {
      reality.current = declared;
    },
    offer: () => undefined,
    nextStep: () => Promise.reject(new Error('nobody is there to choose; give a whole schedule')),
  };
  await scenario.run(context);
  return trace;
}

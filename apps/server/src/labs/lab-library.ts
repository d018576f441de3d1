// Labs are found by listing folders and are never named here: a folder with a lab.ts is a lab, unless its name starts
// with `_` (a template). What the server runs of it is the compiled code; its golden recording lies beside the source.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { goldenFile, type Lab, type Scenario } from '@lockstep/lab';
import type { Mode } from '@lockstep/trace';
import type { Logger } from 'pino';

/** Where the labs are: `<sources>/<id>/lab.ts` and `<compiled>/<id>/lab.js`. */
export interface LabFolders {
  readonly sources: string;
  readonly compiled: string;
}

/** A lab that can be run. */
export interface FoundLab {
  readonly lab: Lab;
  /** Directory of its compiled files. */
  readonly directory: string;
  /** Path of its golden recording of a mode, or of the first one; undefined where none is planned. */
  recordingPath(mode?: Mode): string | undefined;
  /** Imports what runs; only when it is first needed. */
  loadScenario(): Promise<Scenario>;
}

export type LabLibrary = ReadonlyMap<string, FoundLab>;

/** The folders of the package that holds the labs. */
export function packagedLabFolders(): LabFolders {
  const sources = dirname(createRequire(import.meta.url).resolve('@lockstep/labs/package.json'));
  return { sources, compiled: join(sources, 'dist') };
}

/** All labs that load. One that does not is logged and left out. */
export async function findLabs(folders: LabFolders, logger: Logger): Promise<LabLibrary> {
  const ids = await listLabs(folders.sources, logger);
  const found = await Promise.all(ids.map((id) => loadLab(folders, id, logger)));
  return new Map(found.filter((lab) => lab !== undefined).map((lab) => [lab.lab.id, lab]));
}

async function listLabs(sources: string, logger: Logger): Promise<readonly string[]> {
  try {
    const entries = await readdir(sources, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
      .map((entry) => entry.name)
      .filter((id) => existsSync(join(sources, id, 'lab.ts')))
      .toSorted();
  } catch (error) {
    logger.error({ err: error }, 'the folder of the labs cannot be read');
    return [];
  }
}

async function loadLab({ sources, compiled }: LabFolders, id: string, logger: Logger): Promise<FoundLab | undefined> {
  const directory = join(compiled, id);
  try {
    const lab = parseLab(await importDefault(join(directory, 'lab.js')), id);
    return {
      lab,
      directory,
      recordingPath(mode = lab.golden[0]?.mode) {
        const file = mode && goldenFile(lab, mode);
        return file && join(sources, id, file);
      },
      loadScenario: async () => parseScenario(await importDefault(join(directory, 'scenario.js'))),
    };
  } catch (error) {
    logger.error({ err: error, lab: id }, 'a lab does not load and is left out');
    return undefined;
  }
}

async function importDefault(path: string): Promise<unknown> {
  const module = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as { default?: unknown };
  return module.default;
}

function parseLab(value: unknown, id: string): Lab {
  const lab = value as Partial<Lab> | undefined;
  if (typeof lab !== 'object') throw new TypeError('lab.ts has no default export');
  if (lab.id !== id) throw new TypeError(`its id is ${JSON.stringify(lab.id)}, not the name of its folder`);
  if (!Array.isArray(lab.modes) || lab.modes.length === 0) throw new TypeError('it has no mode to run in');
  if (!Array.isArray(lab.knobs)) throw new TypeError('it has no list of knobs');
  if (typeof lab.actors !== 'function') throw new TypeError('it does not tell its actors');
  return lab as Lab;
}

function parseScenario(value: unknown): Scenario {
  const scenario = value as Partial<Scenario> | undefined;
  if (typeof scenario?.run !== 'function') throw new TypeError('scenario.ts exports nothing to run');
  return scenario as Scenario;
}

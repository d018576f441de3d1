import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fact, type Header, parseHeader, serializeEvent, type TraceEvent } from '@lockstep/trace';
import { pino } from 'pino';
import { findLabs } from '../labs/lab-library.ts';
import { openLibrary } from '../library/library.ts';
import { openRecordings } from '../recordings/recordings.ts';
import { fixtureLabs } from './start-test-server.ts';
import { testTrace } from './test-trace.ts';

const logger = pino({ level: 'silent' });

/** A library over a data directory, as a server has it, which knows its files. */
export async function openTestLibrary(data: string, changes: Partial<Parameters<typeof openLibrary>[0]> = {}) {
  const files = await openRecordings({ directory: join(data, 'recordings'), binDirectory: join(data, 'bin') });
  const library = await openLibrary({
    directory: join(data, 'library'),
    files,
    folders: fixtureLabs,
    labs: await findLabs(fixtureLabs, logger),
    initialRules: { runs: 1000, megabytes: 1000, binDays: 7 },
    maxImportBytes: 1e6,
    isShared: false,
    runsOfClasses: async () => ({ classOf: new Map(), inUse: new Set() }),
    logger,
    ...changes,
  });
  library.begin();
  await library.settled();
  return { library, files };
}

export interface TestRecording {
  readonly run: string;
  readonly header?: Partial<Header>;
  readonly texts?: readonly string[];
  /** Undefined: it has no end. */
  readonly reason?: string | undefined;
  /** What stands after the last whole line. */
  readonly torn?: string;
}

/** A name for a run, made of a number. */
export function runNamed(n: number): string {
  return n.toString(16).padStart(32, '0');
}

export function recordingText({ run, header, texts = ['one', 'two'], reason, torn = '' }: TestRecording): string {
  const trace = testTrace(texts);
  const facts: Fact[] = trace.slice(0);
  if (reason !== undefined) facts.push({ at: 7000, actor: 'main', kind: 'run.ended', source: 'derived', reason });
  const actors = [{ id: 'main', role: 'main', colour: 0 }];
  const head = parseHeader({ ...trace.header, actors, run, ...header });
  const lines = [JSON.stringify(head), ...facts.map((fact) => serializeEvent(fact as TraceEvent))];
  return `${lines.join('\n')}\n${torn}`;
}

/** Lays a recording into a data directory, as if a server had written it. */
export async function layRecording(data: string, recording: TestRecording): Promise<string> {
  const directory = join(data, 'recordings');
  await mkdir(directory, { recursive: true });
  const path = join(directory, `${recording.run}.jsonl`);
  await writeFile(path, recordingText(recording));
  return path;
}

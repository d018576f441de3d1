// The record of a live run, in memory and on disk. Facts are appended as they come; now and then, or at once when asked,
// the new ones are written to the file and only then *published*: nobody is ever shown an event that a crash of the
// server could take back. The header is sealed by the first fact, because until then the scenario may still declare
// what is real.
import {
  createRecorder,
  createTrace,
  type Fact,
  type Header,
  type Reality,
  type Recorder,
  type Trace,
} from '@lockstep/trace';
import type { RecordingFile } from '../recordings/recording-file.ts';
import { createEventLinesReader, type EventLines } from './event-lines.ts';

export interface RunRecord {
  readonly length: number;
  /** Undefined before the first event. */
  readonly trace: Trace | undefined;
  /** The events before this one may be shown. */
  readonly published: number;
  /** The header as text, from the first published event on. */
  readonly header: string | undefined;
  /** Facts that came after the limit. */
  readonly dropped: number;
  /** The last fact that was recorded. */
  readonly last: Fact | undefined;
  record(fact: Fact): number;
  declare(reality: Reality): void;
  /** When event `seq` was recorded, where it began one of the last batches. */
  recordedAtMs(seq: number): number | undefined;
  /** Published events from `from` on, as many as fit into one frame. */
  linesFrom(from: number, until?: number): EventLines;
  /** Publishes now what is new, and tells the listener even if nothing is. */
  flush(): void;
  /** Publishes everything and closes the file. */
  close(): Promise<void>;
}

export interface RunRecordOptions {
  readonly maxEvents: number;
  readonly flushMs: number;
  makeHeader(reality: Reality): Header;
  openFile(): Promise<RecordingFile>;
  onPublished(): void;
  /** The file cannot be written; the run goes on in memory. Called once. */
  onFault(error: unknown): void;
}

interface Sealed {
  readonly trace: Trace;
  readonly recorder: Recorder;
  readonly header: string;
  readonly linesFrom: ReturnType<typeof createEventLinesReader>;
}

/** How many batches remember when they began. */
const REMEMBERED = 8;

export function createRunRecord(options: RunRecordOptions): RunRecord {
  let reality: Reality = { parts: [] };
  let sealed: Sealed | undefined;
  let published = 0;
  let began: readonly { readonly seq: number; readonly atMs: number }[] = [];
  let file: RecordingFile | undefined;
  let isFileBroken = false;
  let timer: NodeJS.Timeout | undefined;
  let isAsked = false;
  let isBatchOpen = false;
  let publishing: Promise<void> | undefined;

  function seal(): Sealed {
    const header = options.makeHeader(reality);
    const trace = createTrace(header);
    return {
      trace,
      recorder: createRecorder(trace, options.maxEvents, publishSoon),
      header: JSON.stringify(header),
      linesFrom: createEventLinesReader(trace),
    };
  }

  function publishSoon(): void {
    timer ??= setTimeout(() => void publishNow(), options.flushMs);
  }

  /** The last batch has gone on its way, so this event begins the next. */
  function noteBeginning(seq: number): void {
    isBatchOpen = true;
    began = [{ seq, atMs: performance.now() }, ...began.slice(0, REMEMBERED - 1)];
  }

  function publishNow(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    isAsked = true;
    publishing ??= publish().finally(() => {
      publishing = undefined;
    });
    return publishing;
  }

  async function publish(): Promise<void> {
    while (isAsked) {
      isAsked = false;
      while (sealed && published < sealed.trace.length) {
        const batch = sealed.linesFrom(published, sealed.trace.length);
        isBatchOpen = batch.to < sealed.trace.length;
        await write(published === 0 ? `${sealed.header}\n${batch.lines}` : batch.lines);
        published = batch.to;
        if (published < sealed.trace.length) options.onPublished();
      }
      options.onPublished();
    }
  }

  async function write(text: string): Promise<void> {
    if (isFileBroken) return;
    try {
      file ??= await options.openFile();
      await file.append(text);
    } catch (error) {
      isFileBroken = true;
      options.onFault(error);
    }
  }

  return {
    get length() {
      return sealed?.trace.length ?? 0;
    },
    get trace() {
      return sealed?.trace;
    },
    get published() {
      return published;
    },
    get header() {
      return published > 0 ? sealed?.header : undefined;
    },
    get dropped() {
      return sealed?.recorder.dropped ?? 0;
    },
    get last() {
      return sealed && sealed.trace.length > 0 ? sealed.trace.event(sealed.trace.length - 1) : undefined;
    },
    record(fact) {
      sealed ??= seal();
      const seq = sealed.recorder.record(fact);
      if (seq >= 0 && !isBatchOpen) noteBeginning(seq);
      return seq;
    },
    declare(declared) {
      if (sealed) throw new Error('declare() came after the first record()');
      reality = declared;
    },
    recordedAtMs: (asked) => began.find(({ seq }) => seq === asked)?.atMs,
    linesFrom(from, until = published) {
      return sealed?.linesFrom(from, Math.min(until, published)) ?? { from, to: from, lines: '' };
    },
    flush() {
      void publishNow();
    },
    async close() {
      await publishNow();
      try {
        await file?.close();
      } catch (error) {
        if (!isFileBroken) options.onFault(error);
      }
    },
  };
}

// The record of a run in the engine. As on the server, facts are appended as they come and *published* in batches, and
// the header is sealed by the first fact, because until then the scenario may still declare what is real.
import { createRecorder, createTrace, type Fact, type Header, type Reality, serializeEvent } from '@lockstep/trace';

export interface EngineRecord {
  readonly length: number;
  /** Undefined before the first event. */
  readonly header: string | undefined;
  readonly dropped: number;
  readonly last: Fact | undefined;
  record(fact: Fact): number;
  declare(reality: Reality): void;
  /** Events from `from` on as JSON lines, as many as fit into one frame. */
  linesFrom(from: number): { readonly to: number; readonly lines: string };
  /** Publishes now what is new, and tells the listener even if nothing is. */
  flush(): void;
}

export interface EngineRecordOptions {
  readonly maxEvents: number;
  readonly flushMs: number;
  readonly makeHeader: (reality: Reality) => Header;
  readonly onPublished: () => void;
}

/** A frame is full at about this many characters. */
const FRAME_CHARACTERS = 128 * 1024;

export function createEngineRecord({ maxEvents, flushMs, makeHeader, onPublished }: EngineRecordOptions): EngineRecord {
  let reality: Reality = { parts: [] };
  let sealed: ReturnType<typeof seal> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function seal() {
    const header = makeHeader(reality);
    const trace = createTrace(header);
    return { trace, header: JSON.stringify(header), recorder: createRecorder(trace, maxEvents, publishSoon) };
  }

  function publishSoon(): void {
    timer ??= setTimeout(flush, flushMs);
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    onPublished();
  }

  return {
    get length() {
      return sealed?.trace.length ?? 0;
    },
    get header() {
      return sealed?.header;
    },
    get dropped() {
      return sealed?.recorder.dropped ?? 0;
    },
    get last() {
      return sealed && sealed.trace.length > 0 ? sealed.trace.event(sealed.trace.length - 1) : undefined;
    },
    record(fact) {
      sealed ??= seal();
      return sealed.recorder.record(fact);
    },
    declare(declared) {
      if (sealed) throw new Error('declare() came after the first record()');
      reality = declared;
    },
    linesFrom(from) {
      let lines = '';
      let to = from;
      for (const end = sealed?.trace.length ?? 0; sealed && to < end && lines.length < FRAME_CHARACTERS; to++)
        lines += `${serializeEvent(sealed.trace.event(to))}\n`;
      return { to, lines };
    },
    flush,
  };
}

// Reads a recording as it comes in, piece by piece: what it holds at any time is the trace so far and one unfinished line.
import type { Fact } from './event.ts';
import { parseFact, parseHeader } from './parse-event.ts';
import { RecordingError } from './recording-error.ts';
import { excessOf, RECORDING_LIMITS, type RecordingLimits } from './recording-limits.ts';
import { createTrace, type Trace } from './trace.ts';
import { upgrades as allUpgrades, type Upgrade, upgraded } from './upgrade.ts';

export interface RecordingReader {
  /**
   * Takes the next piece of text, cut anywhere.
   * @throws RecordingError naming the line; after that nothing more can be written.
   */
  write(text: string): void;
  /** The end of the file. @throws RecordingError when its last line is broken. */
  end(): Trace;
  /** What was read so far; undefined until the header is there. */
  readonly trace: Trace | undefined;
}

export interface RecordingReaderOptions {
  readonly upgrades?: readonly Upgrade[];
  readonly limits?: Partial<RecordingLimits>;
}

/** @example for await (const piece of texts) reader.write(piece); const trace = reader.end() */
export function createRecordingReader({
  upgrades = allUpgrades,
  limits,
}: RecordingReaderOptions = {}): RecordingReader {
  const most: RecordingLimits = { ...RECORDING_LIMITS, ...limits };
  let trace: Trace | undefined;
  let upgradeEvent: ((event: unknown) => unknown) | undefined;
  let rest = '';
  let line = 1;
  /** An empty line is no fault when nothing follows it. */
  let firstEmpty: number | undefined;
  let characters = 0;

  function take(text: string): void {
    if (text.length > most.lineCharacters)
      throw new RecordingError(`it has more than ${most.lineCharacters} characters`, line);
    if (text.trim() === '') firstEmpty ??= line;
    else {
      if (firstEmpty !== undefined) throw new RecordingError('this line is not JSON', firstEmpty);
      takeValue(parseJson(text, line));
    }
    line++;
  }

  function takeValue(value: unknown): void {
    if (!trace) {
      const today = upgraded(value, upgrades);
      upgradeEvent = today.event;
      trace = createTrace(parseHeader(today.header, line));
      return;
    }
    const fact: Fact = parseFact(upgradeEvent ? upgradeEvent(value) : value, trace.length, line);
    trace.append(fact);
    const excess = excessOf(trace.columns, most);
    if (excess !== undefined) throw new RecordingError(`the recording has ${excess}`, line);
  }

  return {
    get trace() {
      return trace;
    },
    write(text) {
      characters += text.length;
      if (characters > most.characters)
        throw new RecordingError(`the recording has more than ${most.characters} characters`, line);
      let from = 0;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
        take(rest + text.slice(from, end));
        rest = '';
        from = end + 1;
      }
      rest += text.slice(from);
      if (rest.length > most.lineCharacters)
        throw new RecordingError(`it has more than ${most.lineCharacters} characters`, line);
    },
    end() {
      if (rest !== '') take(rest);
      rest = '';
      if (!trace) throw new RecordingError('this line is not JSON', 1);
      return trace;
    },
  };
}

function parseJson(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RecordingError('this line is not JSON', line);
  }
}

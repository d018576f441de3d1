// A frame says where it begins, so that nothing is taken twice and nothing is missed: what is already there is passed
// over, and a hole is answered by asking again from where we are.
import type { Frame } from '@lockstep/lab';
import { createTrace, parseFact, parseHeader, type Trace } from '@lockstep/trace';

/**
 * Appends what is new in a frame to the trace of its run, which the first frame with a header makes.
 * Returns the trace; undefined while nothing has happened yet; `hole` when events before the frame are missing.
 * @throws RecordingError or SyntaxError when a line is no event.
 */
export function takeFrame(trace: Trace | undefined, frame: Frame): Trace | undefined | 'hole' {
  if (!trace && frame.header === undefined) return frame.lines === '' ? undefined : 'hole';
  const taken = trace ?? createTrace(parseHeader(JSON.parse(frame.header as string)));
  if (frame.from > taken.length) return 'hole';
  const lines = frame.lines === '' ? [] : frame.lines.trimEnd().split('\n');
  for (const line of lines.slice(taken.length - frame.from)) taken.append(parseFact(JSON.parse(line), taken.length));
  return taken;
}

// System calls, put together from their two events.
import type { Trace } from '@lockstep/trace';

export interface Call {
  readonly actor: string;
  readonly call: string;
  readonly detail: string;
  readonly enteredSeq: number;
  returnedSeq?: number;
  result?: string;
  error?: string;
}

/** All calls of the first `length` events, in order of entering. */
export function callsOf(trace: Trace, length: number): readonly Call[] {
  const calls: Call[] = [];
  const open = new Map<string, Call>();
  for (let seq = 0; seq < length; seq++) {
    const kind = trace.kindAt(seq);
    if (kind !== 'call.entered' && kind !== 'call.returned') continue;
    const event = trace.event(seq);
    if (event.kind === 'call.entered') {
      const call: Call = { actor: event.actor, call: event.call, detail: event.detail, enteredSeq: seq };
      calls.push(call);
      open.set(event.actor, call);
    } else if (event.kind === 'call.returned') {
      const call = open.get(event.actor);
      if (!call) continue;
      call.returnedSeq = seq;
      call.result = event.result;
      if (event.error !== undefined) call.error = event.error;
      open.delete(event.actor);
    }
  }
  return calls;
}

/** The call in which a program is at this cursor. */
export function callAt(calls: readonly Call[], actor: string, cursor: number): Call | undefined {
  return calls.find(
    (call) =>
      call.actor === actor &&
      call.enteredSeq < cursor &&
      (call.returnedSeq === undefined || call.returnedSeq >= cursor),
  );
}

/** What an arrow says: the call with its arguments where these are short. */
export function callLabel(call: Pick<Call, 'call' | 'detail'>, most: number): string {
  const full = `${call.call}(${call.detail})`;
  if (full.length <= most) return full;
  const size = bytesOf(call.detail);
  return `${call.call}(${size !== undefined && most > 0 ? `${size} B` : '…'})`;
}

/** What came back, where it says anything. */
export function resultLabel(call: Pick<Call, 'result' | 'error'>, most: number): string {
  if (call.error !== undefined) return clipped(call.error, most);
  if (call.result === undefined || call.result === 'None' || call.result === '') return '';
  const size = bytesOf(call.result);
  const full = `= ${call.result}`;
  return full.length > most && size !== undefined ? `= ${size} B` : clipped(full, most);
}

/** Length of a bytes literal as Python prints it; undefined for anything else. */
function bytesOf(text: string): number | undefined {
  if (!/^b(['"]).*\1$/s.test(text)) return undefined;
  return text.slice(2, -1).replaceAll(/\\x[0-9a-f]{2}|\\./g, '.').length;
}

function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

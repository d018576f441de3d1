// A run in Chrome's "Trace Event Format", which Perfetto, speedscope and chrome://tracing open. A process for each host, a
// thread for each actor; what lasts is a slice, what happens is a mark with the whole event in it, known causes between
// actors are flows, and amounts are counters. Written in pieces, since a long run is larger than any string may be.
import type { Lab, Language } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { chromeTraceWords } from '../../words/chrome-trace-words.ts';
import type { ChromeEvent } from './chrome-event.ts';
import { sampleOf } from './counters.ts';
import { flowsOf } from './flows.ts';
import { isToldBySlices, markArgs, markName } from './mark-of.ts';
import { createRows, NANOSECOND } from './rows.ts';
import { createSlices } from './slices.ts';

/** The run's own process. */
const RUN = { pid: 1_000_000, tid: 1 };

/** The events of the file, in the order of the run. */
export function* chromeEvents(trace: Trace, lab: Lab, language: Language): Generator<ChromeEvent> {
  const words = chromeTraceWords[language];
  const written: ChromeEvent[] = [];
  const write = (event: ChromeEvent) => written.push(event);
  const rows = createRows(trace.header, lab, language, write);
  const takeSlices = createSlices(trace.header, rows, language);
  const flows = flowsOf(trace);
  /** Where arrows begin. */
  const origins = new Map<number, { readonly pid: number; readonly tid: number; readonly ts: number }>();
  let nowUs = trace.length === 0 ? 0 : trace.atUs(0);

  for (const { id } of trace.header.actors) rows.row(id);
  write({ ph: 'M', ...RUN, name: 'process_name', args: { name: words.run } });
  write({ ph: 'M', ...RUN, name: 'process_sort_index', args: { sort_index: 0 } });
  write({ ph: 'M', ...RUN, name: 'thread_name', args: { name: trace.header.run } });
  write({ ph: 'B', ...RUN, ts: nowUs, cat: 'run', name: `${lab.title[language]} (${trace.header.mode})` });
  yield* written.splice(0);

  for (let seq = 0; seq < trace.length; seq++) {
    const event = trace.event(seq);
    nowUs = Math.max(nowUs, event.at);
    takeSlices(event, nowUs);
    const isFlowEnd = flows.touch(seq);
    if (isFlowEnd || !isToldBySlices(event)) {
      const row = rows.row(event.actor);
      const mark = { name: markName(event), cat: event.source, args: markArgs(event), isFlowEnd };
      const from = flows.from(seq);
      const origin = from === undefined ? undefined : origins.get(from);
      // An arrow never goes back in time, not by the nanoseconds that keep marks of one time apart either.
      const ts = rows.mark(row, Math.max(nowUs, origin?.ts ?? 0), mark);
      if (isFlowEnd) origins.set(seq, { pid: row.pid, tid: row.tid, ts });
      if (origin) {
        const flow = { id: seq, cat: 'cause', name: words.cause };
        write({ ph: 's', ...origin, ...flow });
        write({ ph: 'f', bp: 'e', pid: row.pid, tid: row.tid, ts, ...flow });
      }
    }
    const sample = sampleOf(event);
    if (sample)
      write({ ph: 'C', pid: rows.pidOf(event.actor), tid: 0, ts: nowUs, name: sample.name, args: sample.values });
    yield* written.splice(0);
  }
  rows.endAll(nowUs);
  write({ ph: 'E', ...RUN, ts: nowUs + NANOSECOND, name: `${lab.title[language]} (${trace.header.mode})` });
  yield* written;
}

/** The file, piece by piece. */
export function* chromeTracePieces(trace: Trace, lab: Lab, language: Language): Generator<string> {
  const { run, mode, startedAt, reality } = trace.header;
  const otherData = { writer: 'Lockstep', lab: lab.id, run, mode, startedAt, parts: reality.parts.join(', ') };
  yield `{"displayTimeUnit":"ms","otherData":${JSON.stringify(otherData)},"traceEvents":[\n`;
  let isFirst = true;
  for (const event of chromeEvents(trace, lab, language)) {
    yield isFirst ? JSON.stringify(event) : `,\n${JSON.stringify(event)}`;
    isFirst = false;
  }
  yield '\n]}\n';
}

import { createTrace, type Fact, type Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { blobOf } from '../../files/blob-of.ts';
import { goldenFiles, readGolden } from '../../testing/golden-files.ts';
import { cableLab, cableTrace } from '../../testing/sample-cable-run.ts';
import { sampleLab } from '../../testing/sample-lab.ts';
import { sampleHeader } from '../../testing/sample-run.ts';
import type { ChromeEvent } from './chrome-event.ts';
import { chromeEvents, chromeTracePieces } from './chrome-trace.ts';

const header = {
  ...sampleHeader,
  actors: [
    { id: 'main', role: 'main', colour: 0 },
    { id: 't1', role: 'thread', colour: 1 },
    { id: 't2', role: 'thread', colour: 2 },
  ],
} as const;

function traceOf(...facts: readonly Fact[]): Trace {
  const trace = createTrace(header);
  for (const fact of facts) trace.append(fact);
  return trace;
}

function eventsOf(trace: Trace): readonly ChromeEvent[] {
  return [...chromeEvents(trace, sampleLab, 'en')];
}

const program = { source: 'program' } as const;

/** Slices by row as `name from to`, from the ends that were written; throws where they do not nest. */
function slicesOf(events: readonly ChromeEvent[]): Map<string, string[]> {
  const names = new Map<string, string>();
  const open = new Map<string, { name: string; ts: number }[]>();
  const last = new Map<string, number>();
  const slices = new Map<string, string[]>();
  for (const event of events) {
    const row = `${event.pid}:${event.tid}`;
    if (event.ph === 'M' && event.name === 'thread_name') names.set(row, String(event.args['name']));
    if (event.ph !== 'B' && event.ph !== 'E' && event.ph !== 'X' && event.ph !== 'i') continue;
    if (event.ts < (last.get(row) ?? 0))
      throw new Error(`time goes back on ${names.get(row)}: ${JSON.stringify(event)}`);
    last.set(row, event.ts);
    const stack = open.get(row) ?? [];
    open.set(row, stack);
    if (event.ph === 'B') stack.push(event);
    if (event.ph !== 'E') continue;
    const begun = stack.pop();
    if (begun?.name !== event.name) throw new Error(`${event.name} ends where ${begun?.name} is open`);
    const name = names.get(row) ?? '';
    slices.set(name, [...(slices.get(name) ?? []), `${event.name} ${begun.ts}-${event.ts}`]);
  }
  for (const [row, stack] of open) if (stack.length > 0) throw new Error(`${stack[0]?.name} of ${row} has no end`);
  return slices;
}

test('what a thread does is a row of slices, from the event that began each to the one that ended it', () => {
  const trace = traceOf(
    { ...program, at: 10, actor: 't1', kind: 'thread.started', name: 't1' },
    { ...program, at: 20, actor: 't1', kind: 'thread.blocked', on: 'fork' },
    { ...program, at: 30, actor: 't1', kind: 'thread.unblocked', on: 'fork' },
    { ...program, at: 35, actor: 't1', kind: 'lock.acquired', lock: 'fork' },
    { ...program, at: 40, actor: 't1', kind: 'thread.slept', ms: 5 },
    { ...program, at: 50, actor: 't1', kind: 'lock.released', lock: 'fork' },
    { ...program, at: 60, actor: 't1', kind: 'thread.finished' },
  );
  const slices = slicesOf(eventsOf(trace));
  expect(slices.get('t1')).toEqual([
    'ready 10-20',
    'waits: fork 20.001-30',
    'may go on: fork 30.001-35',
    'ready 35.001-40',
    'sleeps 5 ms 40.001-50',
    'ready 50.001-60',
  ]);
  expect(slices.get('t1 · locks')).toEqual(['holds fork 35-50']);
});

test('events of one time stay in their order, a nanosecond apart', () => {
  const at = { ...program, at: 7, actor: 't1' } as const;
  const trace = traceOf(
    { ...at, kind: 'thread.started', name: 't1' },
    { ...at, kind: 'text.printed', text: 'one' },
    { ...at, kind: 'text.printed', text: 'two' },
    { ...at, kind: 'thread.finished' },
  );
  const marks = eventsOf(trace).filter((event) => event.ph === 'i');
  expect(marks.map(({ ts, args }) => [ts, args['step'], args['text']])).toEqual([
    [7.001, 2, 'one'],
    [7.002, 3, 'two'],
  ]);
  expect(slicesOf(eventsOf(trace)).get('t1')).toEqual(['ready 7-7.003']);
});

test('a host is a process, and a frame is on the cable until it arrives or is lost', () => {
  const events = [...chromeEvents(cableTrace(), cableLab, 'en')];
  const processes = events.filter((event) => event.ph === 'M' && event.name === 'process_name');
  expect(processes.map((event) => (event.ph === 'M' ? event.args['name'] : ''))).toEqual([
    'client',
    'cable',
    'server',
    'the run',
  ]);
  const slices = slicesOf(events);
  expect(slices.get('cable · client → server')).toEqual(['SYN 10-20', 'SYN 20.001-30', 'RST 40-40.001']);
  expect(events.flatMap((event) => (event.ph === 'X' ? [event.name] : []))).toEqual([
    'SYN',
    'frame.held',
    'lost',
    'SYN',
    'frame.held',
    'arrives',
    'SYN,ACK',
    'frame.held',
    'RST',
    'frame.held',
  ]);
});

test('a known cause in another actor is an arrow from slice to slice', () => {
  const events = [...chromeEvents(cableTrace(), cableLab, 'en')];
  const ends = events.filter((event) => event.ph === 's' || event.ph === 'f');
  const arrows = ends.map(({ ph, id, ts }) => `${ph}${id} ${ts}`).join(' ');
  // Each frame comes to the cable that holds it; the first is lost there, the second arrives.
  expect(arrows).toBe('s1 10 f1 10 s2 10 f2 20 s4 20 f4 20.002 s5 20 f5 30 s7 30.002 f7 30.002 s9 40 f9 40');
  for (const end of ends)
    expect(events).toContainEqual(expect.objectContaining({ ph: 'X', pid: end.pid, tid: end.tid, ts: end.ts }));
});

test('a queue’s size is a counter', () => {
  const trace = traceOf(
    { ...program, at: 1, actor: 't1', kind: 'queue.put', queue: 'belt', item: 'a', size: 1 },
    { ...program, at: 2, actor: 't2', kind: 'queue.got', queue: 'belt', item: 'a', size: 0 },
  );
  const counters = eventsOf(trace).filter((event) => event.ph === 'C');
  expect(counters.map(({ ts, name, args }) => [ts, name, args])).toEqual([
    [1, 'belt', { size: 1 }],
    [2, 'belt', { size: 0 }],
  ]);
});

test('hostile texts stay texts', async () => {
  const text = '"}],"traceEvents":[{"ph":"B"\u2028</script>\uD800';
  const trace = traceOf({ ...program, at: 1, actor: 't1', kind: 'text.printed', text });
  const file = await blobOf(chromeTracePieces(trace, sampleLab, 'en'), 'application/json');
  const { traceEvents } = JSON.parse(await file.text()) as { traceEvents: ChromeEvent[] };
  const [printed] = traceEvents.filter((event) => event.ph === 'i');
  expect(printed?.ph === 'i' && printed.args['text']).toBe(text);
});

test('an empty run is a file all the same', async () => {
  const file = await blobOf(chromeTracePieces(traceOf(), sampleLab, 'zh'), 'application/json');
  expect(JSON.parse(await file.text())).toMatchObject({ otherData: { lab: 'sample' } });
});

describe('every golden recording', () => {
  test.each(goldenFiles)('$lab $file nests, and every flow has both of its ends', async ({ lab: id, file }) => {
    const { trace, lab } = await readGolden(id, file);
    const events = [...chromeEvents(trace, lab, 'en')];
    expect(slicesOf(events).size).toBeGreaterThan(0);
    const begun = events.filter((event) => event.ph === 's');
    const ended = events.filter((event) => event.ph === 'f');
    expect(begun.map(({ id }) => id)).toEqual(ended.map(({ id }) => id));
    for (const [index, { ts }] of ended.entries()) expect(ts).toBeGreaterThanOrEqual(begun[index]?.ts ?? Infinity);
    const texts = [...chromeTracePieces(trace, lab, 'zh')].join('');
    expect(() => JSON.parse(texts)).not.toThrow();
  });
});

// What lasts: a thread's state, a call, a held lock, a frame on its way, a state of TCP. Each is a slice from the event
// that began it to the one that ended it; nothing is given a length that the run did not show.
import type { Language } from '@lockstep/lab';
import {
  type EventOf,
  type Header,
  type LockOccupancy,
  type Occupancies,
  occupancies,
  type ThreadStanding,
  type ThreadStandings,
  type TraceEvent,
  threadStandings,
} from '@lockstep/trace';
import { chromeTraceWords } from '../../words/chrome-trace-words.ts';
import type { Row, Rows } from './rows.ts';

const STATE = 'state';
const GIL = 'GIL';

/** Takes event after event, in order, and begins and ends slices. */
export function createSlices(
  header: Header,
  rows: Rows,
  language: Language,
): (event: TraceEvent, atUs: number) => void {
  const words = chromeTraceWords[language];
  let standings: ThreadStandings = threadStandings.initial(header);
  let held: Occupancies = occupancies.initial(header);
  /** Where a slice lies that others may overlap, by its key. */
  const places = new Map<string, Row>();

  function beginAside(
    actor: string,
    aside: string,
    slice: { key: string; name: string; cat: string },
    at: number,
  ): void {
    for (let number = 1; ; number++) {
      const row = rows.row(actor, number === 1 ? aside : `${aside} ${number}`.trim());
      if (row.open.some(({ key }) => key !== PROCESS)) continue;
      rows.begin(row, at, slice.key, slice.name, slice.cat);
      places.set(slice.key, row);
      return;
    }
  }

  function endAside(key: string, at: number): void {
    const row = places.get(key);
    if (row) rows.end(row, at, key);
    places.delete(key);
  }

  function takeStanding(event: TraceEvent, at: number): void {
    const next = threadStandings.apply(standings, event);
    const now = next.get(event.actor);
    const before = standings.get(event.actor);
    standings = next;
    if (!now) return;
    const row = rows.row(event.actor);
    const isOpen = row.open.some(({ key }) => key === STATE);
    if (isOpen && now === before) return;
    rows.end(row, at, STATE);
    const name = stateName(now);
    if (name !== undefined) rows.begin(row, at, STATE, name, 'thread');
  }

  function stateName({ state, on = '', sleepMs }: ThreadStanding): string | undefined {
    switch (state) {
      case 'ready':
        return words.ready;
      case 'waiting':
        return words.waits(on);
      case 'called':
        return words.called(on);
      case 'sleeping':
        return words.sleeps(sleepMs ?? 0);
      case 'not-started':
      case 'finished':
      case 'killed':
        return undefined;
    }
  }

  function takeLocks(event: TraceEvent, at: number): void {
    const next = occupancies.apply(held, event);
    if (next === held) return;
    for (const one of next.values()) if (one.kind === 'lock') changeHolder(one, at);
    held = next;
  }

  function changeHolder({ name, holder }: LockOccupancy, at: number): void {
    const before = held.get(name);
    const was = before?.kind === 'lock' ? before.holder?.actor : undefined;
    if (was === holder?.actor) return;
    endAside(`lock ${name}`, at);
    if (holder)
      beginAside(holder.actor, words.locks, { key: `lock ${name}`, name: words.holds(name), cat: 'lock' }, at);
  }

  function takeOther(event: TraceEvent, at: number): void {
    switch (event.kind) {
      case 'process.started':
        rows.end(rows.row(event.actor), at, PROCESS);
        rows.begin(rows.row(event.actor), at, PROCESS, words.process, 'process');
        return;
      case 'process.exited':
        rows.end(rows.row(event.actor), at, PROCESS);
        return;
      case 'call.entered':
        beginAside(event.actor, '', { key: `call ${event.seq}`, name: event.call, cat: 'call' }, at);
        return;
      case 'call.returned':
        if (event.cause !== undefined) endAside(`call ${event.cause}`, at);
        return;
      case 'gil.requested':
        return changeGil(event.actor, words.waits(GIL), at);
      case 'gil.taken':
        return changeGil(event.actor, words.holds(GIL), at);
      case 'gil.dropped':
        return changeGil(event.actor, undefined, at);
      case 'work.started':
        beginAside(event.actor, words.work, { key: `work ${event.work}`, name: event.work, cat: 'work' }, at);
        return;
      case 'work.finished':
        return endAside(`work ${event.work}`, at);
      case 'future.started':
        beginAside(event.actor, words.jobs, { key: `job ${event.future}`, name: event.future, cat: 'job' }, at);
        return;
      case 'future.finished':
        return endAside(`job ${event.future}`, at);
      case 'socket.state':
        return changeTcpState(event, at);
      case 'tcp.segment-sent':
      case 'frame.sent':
        return takeFrame(event, at);
      case 'tcp.segment-delivered':
      case 'tcp.segment-dropped':
      case 'frame.delivered':
      case 'frame.dropped':
        return endAside(`frame ${event.frame}`, at);
      default:
    }
  }

  function changeGil(actor: string, name: string | undefined, at: number): void {
    const row = rows.row(actor, GIL);
    rows.end(row, at, GIL);
    if (name !== undefined) rows.begin(row, at, GIL, name, 'gil');
  }

  function changeTcpState({ actor, socket, state }: EventOf<'socket.state'>, at: number): void {
    const row = rows.row(actor, socket);
    rows.end(row, at, STATE);
    if (state !== 'CLOSED') rows.begin(row, at, STATE, state, 'tcp');
  }

  /** On the cable's own rows, one direction beside the other. */
  function takeFrame(event: EventOf<'tcp.segment-sent' | 'frame.sent'>, at: number): void {
    const cable = header.actors.find(({ role }) => role === 'cable')?.id ?? event.actor;
    const name = event.kind === 'tcp.segment-sent' ? event.flags : event.protocol;
    beginAside(cable, `${event.from} → ${event.to}`, { key: `frame ${event.frame}`, name, cat: 'frame' }, at);
  }

  return (event, at) => {
    takeStanding(event, at);
    takeLocks(event, at);
    takeOther(event, at);
  };
}

/** A process lies under the calls that it makes. */
const PROCESS = 'process';

import {
  type Access,
  accessAt,
  type EventOf,
  foldOf,
  type Kind,
  type Trace,
  threadActor,
  valueHistory,
} from '@lockstep/trace';
import { contentsOf, type FrameContents } from '../frame-contents.ts';
import type { SentenceContext } from './sentence-context.ts';

/** One function a kind: the compiler sees to it that no kind lacks its sentence in any language. */
export type SentenceTable = { readonly [K in Kind]: (event: EventOf<K>, tell: Teller) => string };

/** What sentences look up in the trace, in the words of one language. */
/** The sentences of a family of kinds. */
export type SentencesOf<K extends Kind> = Pick<SentenceTable, K>;

export interface Teller {
  readonly trace: Trace;
  /** Name of an actor within a sentence. */
  name(actor: string): string;
  /** Name of the thread with this number. */
  thread(number: number): string;
  /** Names of threads, from their ids joined by commas. */
  names(actors: string): string;
  /** What somebody waits for: `join(t1, t2)` in the names of the threads. */
  thing(on: string): string;
  /** Name of a host's kernel, from the host's name. */
  kernel(host: string): string;
  /** The segment that an event of the cable is about: its cause, or that of the doubling that it comes of. */
  segment(event: { readonly frame: number; readonly cause?: number }): EventOf<'tcp.segment-sent'> | undefined;
  /** What the frame carries that an event of the cable is about, if that is not TCP. */
  carried(event: { readonly frame: number; readonly cause?: number }): FrameContents | undefined;
  /** What is known of a write: its basis and what it overwrites unseen. */
  access(event: EventOf<'value.written'>): Access | undefined;
  /** The call that returned. */
  entered(event: EventOf<'call.returned'>): EventOf<'call.entered'> | undefined;
}

export function tellerOf({ lab, trace, language }: SentenceContext): Teller {
  return {
    trace,
    name: (actor) => lab.actorName(actor)[language],
    thread: (number) => lab.actorName(threadActor(number))[language],
    names: (actors) =>
      actors
        .split(',')
        .map((actor) => lab.actorName(actor)[language])
        .join(language === 'en' ? ', ' : '、'),
    thing: (on) => on.replaceAll(/\bt\d+\b/g, (actor) => lab.actorName(actor)[language]),
    kernel: (host) => lab.actorName(`${host}.kernel`)[language],
    segment(event) {
      let cause = event.cause === undefined ? undefined : trace.event(event.cause);
      if (cause?.kind === 'frame.duplicated' && cause.cause !== undefined) cause = trace.event(cause.cause);
      return cause?.kind === 'tcp.segment-sent' ? cause : undefined;
    },
    carried(event) {
      const cause = event.cause === undefined ? undefined : trace.event(event.cause);
      return cause?.kind === 'frame.sent' ? contentsOf(cause) : undefined;
    },
    access: (event) => accessAt(foldOf(valueHistory, trace).at(event.seq + 1), event.seq),
    entered(event) {
      const cause = event.cause === undefined ? undefined : trace.event(event.cause);
      return cause?.kind === 'call.entered' ? cause : undefined;
    },
  };
}

/** A number as print sets it: with a real minus sign. */
export function printed(value: number): string {
  return value < 0 ? `−${-value}` : String(value);
}

/** Steps are counted from 1: the event with `seq` 16 is step 17. */
export function stepOf(seq: number): number {
  return seq + 1;
}

/** The flags by which a segment without data goes in speech: what matters of them, not all that is set. */
export function spokenFlags({ flags }: EventOf<'tcp.segment-sent'>): string {
  const set = flags.split(',').filter((flag) => flag !== 'PSH');
  const told = set.length > 1 ? set.filter((flag) => flag !== 'ACK' || set.includes('SYN')) : set;
  return told.join('+');
}

/** A name at the start of an English sentence. */
export function start(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

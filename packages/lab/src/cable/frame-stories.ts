// What became of each frame on the cable, as a trace tells it.
import { type Trace, type TraceEvent } from '@lockstep/trace';
import { BY_HAND } from './by-hand.ts';
import type { RuledFrame } from './rule-book.ts';

/** One frame from its sender to what became of it. */
export interface FrameStory {
  readonly frame: number;
  readonly ruled: RuledFrame;
  readonly sent: Moment;
  /** Undefined: it was never kept back. */
  readonly held?: Moment & { readonly reason: string };
  /** Undefined: it is still on its way, or held. */
  readonly fate?: Fate;
  /**
   * Its segment's place in its stream, where that takes up sequence space: one that is sent again has the same.
   */
  readonly place?: string;
  /** It came only of a hand's thinking: a repetition of the decisions will not meet it. */
  readonly isEcho: boolean;
  /** How-manieth frame of its sender, echoes left out. */
  readonly ordinal: number;
}

/** A `seq` and its time. */
interface Moment {
  readonly seq: number;
  readonly at: number;
}

/** What was decided for a frame; `delay` and `duplicate` are followed by its arrival. */
type Fate = Moment & ({ readonly act: 'pass' | 'drop' | 'duplicate' } | { readonly act: 'delay'; readonly ms: number });

type Draft = { -readonly [K in keyof FrameStory]: FrameStory[K] };

/** All frames of a trace, in the order in which they were sent. */
export function frameStories(trace: Trace): readonly FrameStory[] {
  const drafts = new Map<number, Draft>();
  const lastDelivered = new Map<string, number>();
  const answering = new Map<number, number | undefined>();
  for (let seq = 0; seq < trace.length; seq++) {
    const kind = trace.kindAt(seq);
    if (!kind.startsWith('tcp.segment-') && !kind.startsWith('frame.')) continue;
    const event = trace.event(seq);
    if (event.kind === 'tcp.segment-sent' || event.kind === 'frame.sent') {
      drafts.set(event.frame, begun(event));
      answering.set(event.frame, lastDelivered.get(event.from));
    } else if ('frame' in event) {
      const draft = drafts.get(event.frame);
      if (draft) goOn(draft, event);
      if (event.kind === 'tcp.segment-delivered') lastDelivered.set(event.to, event.frame);
    }
  }
  return numbered([...drafts.values()], answering);
}

type Sent = Extract<TraceEvent, { kind: 'tcp.segment-sent' | 'frame.sent' }>;

function begun(event: Sent): Draft {
  const { frame, seq, at, from: host } = event;
  const base = { frame, sent: { seq, at }, isEcho: false, ordinal: 0 };
  if (event.kind === 'frame.sent') return { ...base, ruled: { host, protocol: event.protocol, flags: [], payload: 0 } };
  const flags = event.flags.split(',');
  const takesSpace = event.length > 0 || flags.includes('SYN') || flags.includes('FIN');
  const place = [host, event.sourcePort, event.destinationPort, event.sequence, event.length].join(' ');
  return { ...base, ruled: { host, protocol: 'tcp', flags, payload: event.length }, ...(takesSpace && { place }) };
}

function goOn(draft: Draft, event: TraceEvent): void {
  const moment = { seq: event.seq, at: event.at };
  if (event.kind === 'frame.held') draft.held ??= { ...moment, reason: event.reason };
  const fate = fateOf(event, moment);
  if (fate) draft.fate ??= fate;
}

function fateOf(event: TraceEvent, moment: Moment): Fate | undefined {
  switch (event.kind) {
    case 'tcp.segment-delivered':
    case 'frame.delivered':
      return { ...moment, act: 'pass' };
    case 'tcp.segment-dropped':
    case 'frame.dropped':
      return { ...moment, act: 'drop' };
    case 'frame.duplicated':
      return { ...moment, act: 'duplicate' };
    case 'frame.delayed':
      return { ...moment, act: 'delay', ms: event.ms };
    default:
      return undefined;
  }
}

/**
 * A kernel sends again what is not acknowledged in time, and a hand takes its time. Such an echo of a frame that is not
 * lost, sent while something was held by hand, would not have been sent without the thinking; nor would the answer to it.
 * Whoever repeats the decisions without the thinking will not meet them.
 */
function numbered(drafts: readonly Draft[], answering: ReadonlyMap<number, number | undefined>): readonly Draft[] {
  const originals = new Map<string, Draft>();
  const ordinals = new Map<string, number>();
  const echoes = new Set<number>();
  for (const draft of drafts) {
    const { frame, place, ruled } = draft;
    const original = place === undefined ? undefined : originals.get(place);
    const isAgain = original !== undefined && original.fate?.act !== 'drop' && isThinking(drafts, original, draft);
    const answered = answering.get(frame);
    draft.isEcho = isAgain || (place === undefined && answered !== undefined && echoes.has(answered));
    if (draft.isEcho) echoes.add(frame);
    else if (place !== undefined) originals.set(place, draft);
    draft.ordinal = (ordinals.get(ruled.host) ?? 0) + (draft.isEcho ? 0 : 1);
    ordinals.set(ruled.host, draft.ordinal);
  }
  return drafts;
}

/** Whether the original, or something of another host, was held by hand when this one was sent. */
function isThinking(drafts: readonly Draft[], original: Draft, { sent, ruled }: Draft): boolean {
  return drafts.some(
    (other) =>
      (other === original || other.ruled.host !== ruled.host) &&
      other.held?.reason === BY_HAND &&
      other.held.seq < sent.seq &&
      (other.fate === undefined || other.fate.seq > sent.seq),
  );
}

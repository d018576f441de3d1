// A run as a Mermaid sequence diagram: hosts and threads as participants, segments and system calls as messages, what
// threads share as participants of their own. Amounts that only change are left out, and the file says so.
import { type Lab, type Language, sentenceOf } from '@lockstep/lab';
import type { EventOf, Trace, TraceEvent } from '@lockstep/trace';
import { mermaidWords } from '../../words/mermaid-words.ts';
import { operationOf } from './operation-of.ts';
import { createSequenceLines, type SequenceLines } from './sequence-lines.ts';

/** Mermaid draws no text of more than 50,000 characters unless its host allows it. */
const MOST_CHARACTERS = 45_000;

type Fate = { readonly lost: boolean; readonly step: number };

export function mermaidOf(trace: Trace, lab: Lab, language: Language): string {
  const words = mermaidWords[language];
  const actors = trace.header.actors.map(({ id }) => id);
  const nameOf = (who: string) => (actors.includes(who) ? lab.actorName(who)[language] : who.replace(OBJECT, ''));
  const lines = createSequenceLines(actors, nameOf);
  const draw = createDrawing(trace, lab, language, lines);
  const leftOut = new Map<string, number>();
  let seq = 0;
  for (; seq < trace.length && lines.size() < MOST_CHARACTERS; seq++) {
    const event = trace.event(seq);
    if (!draw(event)) leftOut.set(event.kind, (leftOut.get(event.kind) ?? 0) + 1);
  }
  const [leftmost] = actors;
  if (seq < trace.length && leftmost !== undefined) lines.note([leftmost], words.cut(seq + 1, trace.length));
  const title = words.title(lab.title[language], trace.header.run);
  const kinds = [...leftOut].map(([kind, count]) => `${kind} ×${count}`).join(', ');
  return lines.text(title, [words.about(trace.length), ...(kinds === '' ? [] : [words.leftOut(kinds)])]);
}

/** Keeps what is shared apart from an actor of the same name. */
const OBJECT = 'object ';

/** Draws event after event; false where a diagram of messages has no place for one. */
function createDrawing(
  trace: Trace,
  lab: Lab,
  language: Language,
  lines: SequenceLines,
): (event: TraceEvent) => boolean {
  const words = mermaidWords[language];
  const fates = fatesOf(trace);
  const kernels = new Set(trace.header.actors.filter(({ role }) => role === 'kernel').map(({ id }) => id));
  const held = new Set<string>();
  const step = ({ seq }: TraceEvent, text: string) => `${seq + 1} ${text}`;
  const tell = (event: TraceEvent) => step(event, sentenceOf(event, { lab, trace, language }));

  function drawOperation(event: TraceEvent): boolean {
    const operation = operationOf(event);
    if (!operation) return false;
    const object = `${OBJECT}${operation.object}`;
    const text = step(event, operation.text);
    if (operation.isAnswer) lines.message(object, '-->>', event.actor, text);
    else lines.message(event.actor, operation.isRefused ? '-x' : '->>', object, text);
    if (operation.holds === true && !held.has(object)) {
      held.add(object);
      lines.activate(object);
    }
    if (operation.holds === false && held.delete(object)) lines.deactivate(object);
    return true;
  }

  function drawSending(event: EventOf<'tcp.segment-sent' | 'frame.sent'>): void {
    const what =
      event.kind === 'tcp.segment-sent'
        ? `${event.flags}${event.length > 0 ? ` ${words.bytes(event.length)}` : ''}`
        : event.summary;
    const fate = fates.get(event.frame);
    const [from, to] = [kernelOf(event.from), kernelOf(event.to)];
    if (!fate) lines.message(from, '-)', to, step(event, `${what} (${words.onItsWay})`));
    else if (fate.lost) lines.message(from, '-x', to, step(event, `${what} (${words.lost(fate.step)})`));
    else lines.message(from, '->>', to, step(event, `${what} (${words.arrives(fate.step)})`));
  }

  function kernelOf(host: string): string {
    return kernels.has(`${host}.kernel`) ? `${host}.kernel` : host;
  }

  function drawCall(event: EventOf<'call.entered' | 'call.returned'>): void {
    const kernel = `${event.actor}.kernel`;
    if (!kernels.has(kernel)) lines.note([event.actor], tell(event));
    else if (event.kind === 'call.entered') {
      lines.message(event.actor, '->>', kernel, step(event, `${event.call} ${event.detail}`.trim()));
      lines.activate(kernel);
    } else {
      lines.message(kernel, '-->>', event.actor, step(event, `${event.call} → ${event.error ?? event.result}`));
      lines.deactivate(kernel);
    }
  }

  return (event) => {
    switch (event.kind) {
      case 'tcp.segment-sent':
      case 'frame.sent':
        drawSending(event);
        return true;
      // Told where it was sent.
      case 'tcp.segment-delivered':
      case 'frame.delivered':
      case 'tcp.segment-dropped':
      case 'frame.dropped':
        return true;
      case 'call.entered':
      case 'call.returned':
        drawCall(event);
        return true;
      case 'socket.state':
        lines.note([event.actor], step(event, event.state));
        return true;
      case 'thread.spawned':
        lines.message(event.actor, '->>', event.thread, step(event, 'start()'));
        return true;
      case 'thread.joined':
        lines.message(event.thread, '-->>', event.actor, step(event, `join()${event.timedOut ? ' ⏱' : ''}`));
        return true;
      case 'thread.blocked':
      case 'thread.slept':
      case 'thread.finished':
      case 'thread.killed':
      case 'operation.failed':
      case 'text.printed':
      case 'message.decoded':
      case 'message.refused':
      case 'frame.held':
      case 'frame.delayed':
      case 'frame.duplicated':
      case 'process.exited':
      case 'outcome.observed':
      case 'search.finished':
      case 'run.ended':
      case 'run.failed':
      case 'run.dropped':
        lines.note([event.actor], tell(event));
        return true;
      default:
        return drawOperation(event);
    }
  };
}

/** What became of each frame. */
function fatesOf(trace: Trace): ReadonlyMap<number, Fate> {
  const fates = new Map<number, Fate>();
  for (let seq = 0; seq < trace.length; seq++) {
    const kind = trace.kindAt(seq);
    if (!kind.endsWith('-delivered') && !kind.endsWith('-dropped') && !/^frame\.(delivered|dropped)$/.test(kind))
      continue;
    const event = trace.event(seq);
    if ('frame' in event && !fates.has(event.frame))
      fates.set(event.frame, { lost: kind.endsWith('dropped'), step: seq + 1 });
  }
  return fates;
}

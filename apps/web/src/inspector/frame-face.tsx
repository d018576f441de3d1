import type { FrameStory } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { cableWords } from '../words/cable-words.ts';
import { useWords } from '../words/use-words.ts';

/** What is written on a frame: flags bold, fields, bytes. */
export interface FrameLabel {
  readonly flags: string;
  readonly fields: string;
  readonly bytes: number;
  readonly colour: number;
}

const BYTES_OF_HEX = 2;

/** @param relative TCP's numbers count from the first that each side has shown. */
export function frameLabel(trace: Trace, { sent }: FrameStory, relative: boolean): FrameLabel | undefined {
  const event = trace.event(sent.seq);
  const colour = trace.header.actors.find(({ id }) => id === event.actor)?.colour ?? 0;
  if (event.kind === 'frame.sent')
    return {
      flags: event.protocol.toUpperCase(),
      fields: event.summary,
      bytes: event.bytes.length / BYTES_OF_HEX,
      colour,
    };
  if (event.kind !== 'tcp.segment-sent') return undefined;
  const from = relative ? initialNumber(trace, event.sourcePort, event.destinationPort) : 0;
  const about = relative ? initialNumber(trace, event.destinationPort, event.sourcePort) : 0;
  const flags = event.flags.split(',');
  const fields = [
    `seq ${(event.sequence - from) >>> 0}`,
    ...(flags.includes('ACK') ? [`ack ${(event.acknowledgment - about) >>> 0}`] : []),
    ...(event.length > 0 ? [`len ${event.length}`] : []),
  ];
  return { flags: flags.join(', '), fields: fields.join(' '), bytes: event.bytes.length / BYTES_OF_HEX, colour };
}

/** The first sequence number that was sent from one port to another; 0 where none was. */
function initialNumber(trace: Trace, sourcePort: number, destinationPort: number): number {
  for (let seq = 0; seq < trace.length; seq++) {
    if (trace.kindAt(seq) !== 'tcp.segment-sent') continue;
    const event = trace.event(seq);
    if (
      event.kind === 'tcp.segment-sent' &&
      event.sourcePort === sourcePort &&
      event.destinationPort === destinationPort
    )
      return event.sequence;
  }
  return 0;
}

export function FrameFace({ label }: { readonly label: FrameLabel }) {
  const words = useWords(cableWords);
  return (
    <>
      <b className="plate-flags">{label.flags}</b>
      <span className="plate-fields">{label.fields}</span>
      <span className="plate-bytes">{words.bytes(label.bytes)}</span>
    </>
  );
}

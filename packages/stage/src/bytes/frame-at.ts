import type { Field, Frame } from '@lockstep/packet';
import type { EventOf, Trace } from '@lockstep/trace';

export type SentFrame = EventOf<'tcp.segment-sent' | 'frame.sent'>;

/** The event that sent a frame; without a number, the last frame sent before the cursor. */
export function sentFrame(trace: Trace, cursor: number, frame: number | undefined): SentFrame | undefined {
  for (let seq = (frame === undefined ? cursor : trace.length) - 1; seq >= 0; seq--) {
    const kind = trace.kindAt(seq);
    if (kind !== 'tcp.segment-sent' && kind !== 'frame.sent') continue;
    const event = trace.event(seq) as SentFrame;
    if (frame === undefined || event.frame === frame) return event;
  }
  return undefined;
}

/** A field and the layer it belongs to. */
export interface Place {
  readonly layer: number;
  readonly field: Field;
}

/** Selections name a field as `<layer index>.<field name>`. */
export function fieldId({ layer, field }: Place): string {
  return `${layer}.${field.name}`;
}

export function fieldById(frame: Frame, id: string | undefined): Place | undefined {
  if (id === undefined) return undefined;
  const dot = id.indexOf('.');
  const layer = Number(id.slice(0, dot));
  const field = frame.layers[layer]?.fields.find((one) => one.name === id.slice(dot + 1));
  return field && { layer, field };
}

/** The field of a byte: the narrowest, where several share it. */
export function fieldOfByte(frame: Frame, offset: number): Place | undefined {
  const layer = frame.layers.findIndex((one) => offset >= one.offset && offset < one.offset + one.length);
  const fields =
    frame.layers[layer]?.fields.filter((one) => offset >= one.offset && offset < one.offset + one.length) ?? [];
  const field = fields.toSorted((a, b) => a.length - b.length)[0];
  return field && { layer, field };
}

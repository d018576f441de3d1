import type { Frame, Layer } from './frame.ts';
import type { Field } from './layer.ts';

/** The layer of a byte, and its fields there: more than one where fields share a byte. */
export interface FieldsAt {
  readonly layer: Layer;
  readonly fields: readonly Field[];
}

/** `undefined` when the offset lies outside the frame. */
export function fieldAt(frame: Frame, byteOffset: number): FieldsAt | undefined {
  const layer = frame.layers.find((candidate) => covers(candidate, byteOffset));
  return layer && { layer, fields: layer.fields.filter((field) => covers(field, byteOffset)) };
}

function covers({ offset, length }: { readonly offset: number; readonly length: number }, byteOffset: number): boolean {
  return byteOffset >= offset && byteOffset < offset + length;
}

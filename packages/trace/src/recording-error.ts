/** A recording that cannot be read, with the line (from 1) or the byte (from 0) where it broke. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
  /** In JSON Lines. */
  readonly fileLine: number | undefined;
  /** In the binary form. */
  readonly fileByte: number | undefined;

  constructor(message: string, place: number | { readonly byte: number }) {
    super(typeof place === 'number' ? `line ${place}: ${message}` : `byte ${place.byte}: ${message}`);
    this.fileLine = typeof place === 'number' ? place : undefined;
    this.fileByte = typeof place === 'number' ? undefined : place.byte;
  }
}

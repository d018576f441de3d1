/** An event that is spoken of, told apart on the strip by shape: the first and the second of two, or a difference. */
export interface StripMark {
  readonly seq: number;
  readonly sign: 'first' | 'second' | 'difference';
}

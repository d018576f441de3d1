/** What decides whether a recording is kept. */
export interface Kept {
  readonly byteLength: number;
  readonly writtenAtMs: number;
}

/** Those beyond the number or the total size that is kept, the oldest of all. */
export function selectSurplus<K extends Kept>(files: readonly K[], maxCount: number, maxBytes: number): readonly K[] {
  let bytes = 0;
  return files
    .toSorted((a, b) => b.writtenAtMs - a.writtenAtMs)
    .filter((file, index) => {
      bytes += file.byteLength;
      return index >= maxCount || bytes > maxBytes;
    });
}

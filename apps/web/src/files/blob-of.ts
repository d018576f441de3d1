const CHARACTERS_A_PART = 1 << 20;

/**
 * Pieces of text as one file. The pieces are handed on a megabyte at a time, so that no string grows with the file, and
 * the page answers in between.
 */
export async function blobOf(pieces: Iterable<string>, type: string): Promise<Blob> {
  const parts: Blob[] = [];
  let waiting: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < CHARACTERS_A_PART) continue;
    parts.push(new Blob(waiting));
    waiting = [];
    length = 0;
    await nextTask();
  }
  return new Blob([...parts, ...waiting], { type });
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

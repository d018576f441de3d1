const GZIP = [0x1f, 0x8b];

/** The content of a file, decompressed where it is gzipped (RFC 1952). */
export async function plainStream(file: Blob): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isGzip = start[0] === GZIP[0] && start[1] === GZIP[1];
  return isGzip ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
}

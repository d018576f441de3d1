/** The lowest of some threads, which are bits. */
export function lowestOf(threads: number): number {
  return 31 - Math.clz32(threads & -threads);
}

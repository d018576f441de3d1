const ECN = ['not ECN-capable', 'ECT(1)', 'ECT(0)', 'congestion experienced'];

/** The name of the two bits of RFC 3168. */
export function ecnText(bits: number): string {
  return `${ECN[bits]} (${bits})`;
}

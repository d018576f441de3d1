/** A Chinese word stands apart from a digit or a Latin letter before it. */
export function apart(text: string): string {
  return /\w$/.test(text) ? `${text} ` : text;
}

/** Whether this is a page for a frame in somebody else's page. It stands by itself: every page asks. */
export function isEmbedPath(path: string): boolean {
  return path.startsWith('/embed/');
}

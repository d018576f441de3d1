// A server that is open to a network lets only those start runs who came by the instructor's link, `…?token=…`. The
// token is kept for this tab alone, and leaves the address at once: what is shared or projected must not carry it.
const KEY = 'lockstep.token';

let kept: string | undefined;

/** Takes the token out of the address of the page. */
export function takeInstructorToken(): void {
  const address = new URL(location.href);
  const token = address.searchParams.get('token');
  if (token === null) return;
  address.searchParams.delete('token');
  history.replaceState(history.state, '', address);
  if (token === '') return;
  kept = token;
  try {
    sessionStorage.setItem(KEY, token);
  } catch {
    // Where storage is forbidden the token lasts until the page is left.
  }
}

/** The token of the instructor's link; undefined for everybody else. */
export function instructorToken(): string | undefined {
  try {
    return kept ?? sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

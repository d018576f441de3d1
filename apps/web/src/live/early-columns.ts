// A link to a run is known before the page that shows it is here: what the run is fetched with goes out at once.

interface Early {
  readonly run: string;
  readonly response: Promise<Response>;
}

let early: Early | undefined;

/** The server makes the form when it is asked for the first time: of a million events in a few seconds. */
const ANSWER_WITHIN_MS = 20_000;

export function askForColumns(run: string): Promise<Response> {
  return fetch(`/api/recordings/${run}/columns`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
}

/** Asks for the run that the address names; whoever wants it takes the answer from here. */
export function askEarly(address: Pick<Location, 'pathname' | 'search'>): void {
  const run = new URLSearchParams(address.search).get('run');
  if (!address.pathname.startsWith('/labs/') || !run || !/^[0-9a-f]{32}$/.test(run)) return;
  const response = askForColumns(run);
  // Whoever takes it hears of the failure.
  response.catch(() => undefined);
  early = { run, response };
}

/** The answer on its way, once. */
export function takeEarly(run: string): Promise<Response> | undefined {
  const taken = early?.run === run ? early.response : undefined;
  early = undefined;
  return taken;
}

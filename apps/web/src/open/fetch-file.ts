// Fetches a file by an address that somebody wrote: from our own origin only, and no more than a limit.

export const MOST_MEGABYTES = 256;
const MEGABYTE = 2 ** 20;

export type FetchProblem =
  | { readonly kind: 'not-an-address' }
  /** The page's own rules let it fetch from where it came from, and from nowhere else. */
  | { readonly kind: 'elsewhere'; readonly host: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreachable' };

export type Fetched = { readonly file: File } | { readonly problem: FetchProblem } | 'cancelled';

export interface FetchOptions {
  readonly signal: AbortSignal;
  /** Bytes so far, and of how many where the server says. */
  readonly onProgress: (bytes: number, of: number | undefined) => void;
}

/** The address as a URL of this origin. */
export function ownAddress(text: string, page: string): URL | FetchProblem {
  const url = URL.canParse(text.trim(), page) ? new URL(text.trim(), page) : undefined;
  if (text.trim() === '' || !url || !/^https?:$/.test(url.protocol)) return { kind: 'not-an-address' };
  return url.origin === new URL(page).origin ? url : { kind: 'elsewhere', host: url.host };
}

export async function fetchFile(text: string, page: string, options: FetchOptions): Promise<Fetched> {
  const url = ownAddress(text, page);
  if (!(url instanceof URL)) return { problem: url };
  try {
    // A redirect to elsewhere would be refused by the page's own rules, as a line that breaks.
    const response = await fetch(url, { signal: options.signal });
    if (!response.ok) return { problem: { kind: 'status', status: response.status } };
    const parts = await bytesOf(response, options);
    if (!parts) return { problem: { kind: 'too-large' } };
    return { file: new File([...parts], nameOf(url)) };
  } catch (error) {
    if (options.signal.aborted) return 'cancelled';
    console.error(error);
    return { problem: { kind: 'unreachable' } };
  }
}

async function bytesOf(
  response: Response,
  { onProgress }: FetchOptions,
): Promise<readonly Uint8Array<ArrayBuffer>[] | undefined> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const of = lengthOf(response);
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    bytes += read.value.length;
    if (bytes > MOST_MEGABYTES * MEGABYTE) {
      await reader?.cancel();
      return undefined;
    }
    parts.push(read.value);
    onProgress(bytes, of);
  }
  return parts;
}

/** Where the line is compressed, the length is that of the line and says nothing. */
function lengthOf({ headers }: Response): number | undefined {
  const length = Number(headers.get('content-length'));
  return length > 0 && headers.get('content-encoding') === null ? length : undefined;
}

function nameOf({ pathname }: URL): string {
  const last = pathname.split('/').findLast((part) => part !== '') ?? pathname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

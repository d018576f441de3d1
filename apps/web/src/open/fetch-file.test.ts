import { afterEach, expect, test, vi } from 'vitest';
import { fetchFile, MOST_MEGABYTES, ownAddress } from './fetch-file.ts';

const PAGE = 'http://127.0.0.1:4173/open#x';

afterEach(() => vi.unstubAllGlobals());

function answering(response: () => Response | Promise<Response>): { readonly urls: string[] } {
  const urls: string[] = [];
  vi.stubGlobal('fetch', async (url: URL) => {
    urls.push(url.href);
    return response();
  });
  return { urls };
}

const options = () => ({ signal: new AbortController().signal, onProgress: vi.fn() });

test('an address of our own is taken, whole or relative', () => {
  expect(ownAddress('/runs/a.jsonl.gz', PAGE)).toEqual(new URL('http://127.0.0.1:4173/runs/a.jsonl.gz'));
  expect(ownAddress(' http://127.0.0.1:4173/b ', PAGE)).toEqual(new URL('http://127.0.0.1:4173/b'));
});

test.each(['', '  ', 'http://', 'javascript:alert(1)', 'file:///etc/passwd', 'data:text/plain,a'])(
  '%j is no address',
  (text) => expect(ownAddress(text, PAGE)).toEqual({ kind: 'not-an-address' }),
);

test.each([
  ['https://example.org/a', 'example.org'],
  ['//evil.example/a', 'evil.example'],
  ['http://127.0.0.1:4174/a', '127.0.0.1:4174'],
])('%s is elsewhere, and nothing is fetched', async (text, host) => {
  const { urls } = answering(() => new Response('x'));
  expect(await fetchFile(text, PAGE, options())).toEqual({ problem: { kind: 'elsewhere', host } });
  expect(urls).toEqual([]);
});

test('a file comes with its name, and tells how far it is', async () => {
  answering(() => new Response('hello', { headers: { 'content-length': '5' } }));
  const given = options();
  const fetched = await fetchFile('/runs/my%20run.jsonl', PAGE, given);
  if (fetched === 'cancelled' || 'problem' in fetched) throw new Error('it did not come');
  expect([fetched.file.name, await fetched.file.text()]).toEqual(['my run.jsonl', 'hello']);
  expect(given.onProgress).toHaveBeenLastCalledWith(5, 5);
});

test('a refusal tells its status, and a broken line that it broke', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  answering(() => new Response('', { status: 404 }));
  expect(await fetchFile('/a', PAGE, options())).toEqual({ problem: { kind: 'status', status: 404 } });
  answering(() => Promise.reject(new TypeError('failed')));
  expect(await fetchFile('/a', PAGE, options())).toEqual({ problem: { kind: 'unreachable' } });
});

test('no more is taken than the limit', async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 8 * 2 ** 20;
      controller.enqueue(new Uint8Array(8 * 2 ** 20));
    },
  });
  answering(() => new Response(endless));
  expect(await fetchFile('/a', PAGE, options())).toEqual({ problem: { kind: 'too-large' } });
  expect(sent).toBeLessThanOrEqual((MOST_MEGABYTES + 16) * 2 ** 20);
});

test('whoever cancels is told nothing', async () => {
  const abort = new AbortController();
  answering(() => {
    abort.abort();
    throw new DOMException('aborted', 'AbortError');
  });
  expect(await fetchFile('/a', PAGE, { signal: abort.signal, onProgress: vi.fn() })).toBe('cancelled');
});

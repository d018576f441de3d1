// The service worker of a static site. It adds the headers that make the page cross-origin isolated, so that its threads
// can share memory on hosts that send no headers, and keeps what was fetched for when there is no network.
// The build puts the site's version in.
const CACHE = `lockstep ${registration.scope} VERSION`;
const OURS = `lockstep ${registration.scope} `;

addEventListener('install', () => skipWaiting());

addEventListener('activate', (event) => event.waitUntil(takeOver()));

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(registration.scope)) return;
  event.respondWith(answer(request));
});

async function takeOver() {
  for (const name of await caches.keys()) if (name.startsWith(OURS) && name !== CACHE) await caches.delete(name);
  await clients.claim();
}

/** What carries a hash in its name never changes; of all else the newest is wanted, and an older one is better than none. */
async function answer(request) {
  const cache = await caches.open(CACHE);
  const isForEver = new URL(request.url).pathname.includes('/assets/');
  const known = isForEver ? await cache.match(request) : undefined;
  if (known) return isolated(known);
  try {
    const response = await fetch(request);
    if (response.status === 200) await cache.put(request, response.clone()).catch(() => undefined);
    return isolated(response);
  } catch (error) {
    const older = await cache.match(request, { ignoreSearch: true });
    if (older) return isolated(older);
    throw error;
  }
}

/** A response that may not be looked into (a redirection) goes on as it is. */
function isolated(response) {
  if (response.status === 0) return response;
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

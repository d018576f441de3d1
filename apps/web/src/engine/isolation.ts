// Shared memory needs a page that is cross-origin isolated, which takes two headers. Where the host cannot send them, a
// service worker of ours adds them: it is installed at the first visit, and the page loads once more under it. It is
// never tried twice in a tab, so nothing can loop, and whoever declines does without.
// https://html.spec.whatwg.org/multipage/document-sequences.html#cross-origin-isolation
import { base } from '../site.ts';

const DECLINED = 'lockstep.isolation';
const TRIED = 'lockstep.isolation-tried';
/** How long the first picture may wait for the worker. */
const PATIENCE_MS = 3000;

/** Settles when the page may begin: at once, or never because it loads once more. */
export async function isolatePage(): Promise<void> {
  // In a frame it is the outer page that decides.
  if (window.parent !== window || isIsolationDeclined() || !isIsolationPossible()) return;
  if (crossOriginIsolated) {
    // Also where the host sends the headers itself: for the time when there is no network.
    void navigator.serviceWorker.register(`${base}/sw.js`).catch(() => undefined);
    return;
  }
  if (read(sessionStorage, TRIED) !== undefined) return;
  write(sessionStorage, TRIED, 'yes');
  if (await isControlled()) await loadAgain();
}

/** Without https, and in some private windows, there are no service workers. */
export function isIsolationPossible(): boolean {
  return isSecureContext && 'serviceWorker' in navigator;
}

export function isIsolationDeclined(): boolean {
  return read(localStorage, DECLINED) === 'declined';
}

export async function declineIsolation(): Promise<void> {
  write(localStorage, DECLINED, 'declined');
  const registration = await navigator.serviceWorker.getRegistration(`${base}/`);
  await registration?.unregister();
  await loadAgain();
}

export async function acceptIsolation(): Promise<void> {
  write(localStorage, DECLINED, undefined);
  write(sessionStorage, TRIED, undefined);
  await loadAgain();
}

/** False: there is no worker, or it does not come in time. */
async function isControlled(): Promise<boolean> {
  const { serviceWorker } = navigator;
  const controlled = new Promise<boolean>((resolve) => {
    serviceWorker.addEventListener('controllerchange', () => resolve(true), { once: true });
    setTimeout(() => resolve(false), PATIENCE_MS);
  });
  try {
    const registration: ServiceWorkerRegistration | undefined = await serviceWorker.register(`${base}/sw.js`);
    return registration !== undefined && (serviceWorker.controller !== null || (await controlled));
  } catch {
    return false;
  }
}

/** Never settles. */
function loadAgain(): Promise<never> {
  location.reload();
  return new Promise(() => undefined);
}

function read(storage: Storage, key: string): string | undefined {
  try {
    return storage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(storage: Storage, key: string, text: string | undefined): void {
  try {
    if (text === undefined) storage.removeItem(key);
    else storage.setItem(key, text);
  } catch {
    // Where nothing is kept, nothing can be remembered either.
  }
}

// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => {
  sessionStorage.clear();
  vi.resetModules();
});

/** As if the page were loaded anew at this address. */
async function load(address: string) {
  history.replaceState({ run: true }, '', address);
  const { instructorToken, takeInstructorToken } = await import('./instructor-token.ts');
  takeInstructorToken();
  return instructorToken();
}

test('the token leaves the address at once, and nothing else does', async () => {
  expect(await load('/labs/race?step=2&token=secret#stage')).toBe('secret');
  expect(location.pathname + location.search + location.hash).toBe('/labs/race?step=2#stage');
  expect(history.state).toEqual({ run: true });
});

test('the token outlasts a reload', async () => {
  await load('/?token=secret');
  vi.resetModules();
  expect(await load('/labs/race')).toBe('secret');
});

test('a newer link goes before what was kept', async () => {
  await load('/?token=old');
  vi.resetModules();
  expect(await load('/?token=new')).toBe('new');
});

test('whoever came without the link has no token', async () => {
  expect(await load('/labs/race?step=2')).toBeUndefined();
});

test('where storage is forbidden the token lasts as long as the page', async () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const set = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
  const get = vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
  expect(await load('/?token=secret')).toBe('secret');
  set.mockRestore();
  get.mockRestore();
});

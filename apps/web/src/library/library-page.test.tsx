// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import type { LibraryKeeping, LibraryRun, LibraryPage as Page } from '@lockstep/lab';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useSettings } from '../settings/settings.ts';
import { LibraryPage } from './library-page.tsx';
import { useLibrary } from './library-state.ts';

const run = (n: number, changes: Partial<LibraryRun> = {}): LibraryRun => ({
  run: n.toString(16).padStart(32, '0'),
  lab: 'unknown-here',
  mode: 'free',
  knobs: {},
  seed: 1,
  startedAt: Date.UTC(2026, 0, 2, 3, 4, n),
  durationUs: 1_500_000,
  events: 20,
  byteLength: 1000,
  state: 'ended',
  end: 'finished',
  outcome: { value: { en: 'lost 3', zh: '丢了 3' }, expected: false },
  reality: { lane: 'A', parts: [] },
  sources: ['wire', 'derived'],
  strip: [{ actor: 'main', colour: 1, cells: '.oodwmx.' }],
  name: `run ${n}`,
  isStarred: false,
  ...changes,
});

const page = (runs: readonly LibraryRun[], changes: Partial<Page> = {}): Page => ({
  runs,
  total: runs.length,
  labs: {},
  unread: 0,
  ...changes,
});

let answers: (url: URL, method: string) => Response;
let asked: { readonly method: string; readonly path: string; readonly body: unknown }[];
const initial = useLibrary.getState();

beforeEach(() => {
  useSettings.setState({ language: 'en' });
  useLibrary.setState(initial, true);
  history.replaceState(undefined, '', '/library');
  asked = [];
  answers = () => Response.json(page([run(1), run(2)]));
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET';
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : init.body;
    asked.push({ method, path: url.replace('/api/library', ''), body });
    return answers(new URL(url, 'http://here'), method);
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const cardOf = (name: string) => screen.getByRole('link', { name }).closest('li') as HTMLElement;

test('a card says how a run came out, how it was made and who told its facts', async () => {
  render(<LibraryPage />);
  await screen.findByRole('link', { name: 'run 1' });
  const card = cardOf('run 1');
  expect(card.textContent).toContain('lost 3');
  expect(card.textContent).toContain('unknown-here · Free · 20 steps · 1.5 s');
  for (const badge of ['lane A', 'wire', 'derived']) expect(within(card).getByText(badge)).toBeDefined();
  expect(card.querySelector('.strip-lost')?.getAttribute('d')).toBe('M6 0h1v9h-1z');
  expect(card.querySelector('.strip-observed')?.getAttribute('d')).toBe('M1 1h2v7h-2z');
});

test.each([
  ['interrupted', 'interrupted: the server went down'],
  ['running', 'goes on'],
  ['failed', 'failed: too bad'],
  ['damaged', 'damaged: too bad'],
] as const)('a run that is %s says so', async (state, text) => {
  answers = () => Response.json(page([run(1, { state, end: 'too bad' })]));
  render(<LibraryPage />);
  expect(await screen.findByText(text)).toBeDefined();
});

test('what is sought and chosen stands in the address, and is asked for', async () => {
  render(<LibraryPage />);
  await screen.findByRole('link', { name: 'run 1' });
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'lost 丢' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Outcome' }), { target: { value: 'unexpected' } });
  fireEvent.click(screen.getByRole('button', { name: 'Starred' }));
  const query = new URLSearchParams(location.search);
  expect([query.get('text'), query.get('outcome'), query.get('starred')]).toEqual(['lost 丢', 'unexpected', '1']);
  await waitFor(() => expect(asked.at(-1)?.path).toContain('outcome=unexpected&starred=1'));
});

test('what is deleted can be undone', async () => {
  render(<LibraryPage />);
  await screen.findByRole('link', { name: 'run 1' });
  answers = (_, method) => Response.json(method === 'GET' ? page([run(1), run(2)]) : run(1, { deletedAt: 5 }));
  fireEvent.click(screen.getByRole('button', { name: 'Delete: run 1' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(asked.map(({ method }) => method)).toContain('POST'));
  expect(asked.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)).toEqual([
    `DELETE /${run(1).run}`,
    `POST /${run(1).run}/restore`,
  ]);
  expect(await screen.findByText('run 1 is back.')).toBeDefined();
});

test('a run is named in its place, or not', async () => {
  render(<LibraryPage />);
  await screen.findByRole('link', { name: 'run 1' });
  answers = () => Response.json(run(1, { name: 'new' }));
  fireEvent.keyDown(screen.getByRole('link', { name: 'run 1' }), { key: 'F2' });
  const field = screen.getByRole('textbox', { name: 'Name of the run' });
  fireEvent.change(field, { target: { value: ' new ' } });
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(asked.some(({ method }) => method === 'PATCH')).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: 'Rename: run 1' }));
  const again = screen.getByRole('textbox', { name: 'Name of the run' });
  fireEvent.change(again, { target: { value: ' new ' } });
  fireEvent.keyDown(again, { key: 'Enter' });
  expect(await screen.findByRole('link', { name: 'new' })).toBe(document.activeElement);
  expect(asked.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([{ name: 'new' }]);
});

test('two runs are chosen to be compared; a third takes the place of the first', async () => {
  answers = () => Response.json(page([run(1), run(2), run(3)]));
  render(<LibraryPage />);
  await screen.findByRole('link', { name: 'run 1' });
  for (const n of [1, 2, 3]) fireEvent.click(screen.getByRole('checkbox', { name: `Compare: run ${n}` }));
  const link = screen.getByRole('link', { name: 'Compare the two' });
  expect(link.getAttribute('href')).toBe(`/compare?left=${run(2).run}&right=${run(3).run}`);
});

test('of thousands only those near the screen are drawn, and more are fetched at the end', async () => {
  const many = Array.from({ length: 500 }, (_, n) => run(n));
  answers = (url) =>
    Response.json(
      url.searchParams.has('after') ? page([run(900)], { total: 501 }) : page(many, { total: 501, next: 'newest.1.x' }),
    );
  render(<LibraryPage />);
  await screen.findByRole('link', { name: 'run 0' });
  expect(screen.getAllByRole('listitem').length).toBeLessThan(20);
  expect(screen.getAllByRole('listitem')[0]?.getAttribute('aria-setsize')).toBe('501');
  expect(asked.some(({ path }) => path.includes('after'))).toBe(false);
  await useLibrary.getState().loadMore();
  expect(useLibrary.getState().runs).toHaveLength(501);
});

test('the bin that is opened while a run is still being deleted holds it', async () => {
  let isDeleted = false;
  let deleted: (answer: Response) => void = () => undefined;
  answers = (url) => {
    const inBin = url.searchParams.get('bin') === '1';
    if (inBin) return Response.json(page(isDeleted ? [run(1, { deletedAt: 5 })] : []));
    return Response.json(page([run(1), run(2)]));
  };
  const answerNow = fetch;
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) =>
    init.method === 'DELETE' ? new Promise<Response>((settle) => (deleted = settle)) : answerNow(url, init),
  );
  render(<LibraryPage />);
  fireEvent.click(await screen.findByRole('button', { name: 'Delete: run 1' }));
  fireEvent.click(screen.getByRole('button', { name: 'Bin' }));
  await screen.findByRole('heading', { name: 'The bin is empty' });
  isDeleted = true;
  deleted(Response.json(run(1, { deletedAt: 5 })));
  expect(await screen.findByRole('button', { name: /^Bring back.*run 1/ })).toBeDefined();
});

describe('a list that was asked for before', () => {
  /** Lists are asked for and answered when the test says so; all else at once. */
  async function renderWithLateList(): Promise<(answer: Response) => void> {
    render(<LibraryPage />);
    await screen.findByRole('link', { name: 'run 1' });
    const answerNow = fetch;
    let list: ((answer: Response) => void) | undefined;
    vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
      if (init.method !== undefined || list !== undefined) return answerNow(url, init);
      return new Promise<Response>((settle) => (list = settle));
    });
    fireEvent.focus(window);
    return (answer) => list?.(answer);
  }

  test('a deletion does not bring the run back', async () => {
    const answerList = await renderWithLateList();
    answers = (_, method) => Response.json(method === 'GET' ? page([run(2)]) : run(1, { deletedAt: 5 }));
    fireEvent.click(screen.getByRole('button', { name: 'Delete: run 1' }));
    await waitFor(() => expect(screen.queryByRole('link', { name: 'run 1' })).toBeNull());
    answerList(Response.json(page([run(1), run(2)])));
    await waitFor(() => expect(useLibrary.getState().isFetching).toBe(false));
    expect(screen.queryByRole('link', { name: 'run 1' })).toBeNull();
  });

  test('a star does not take it away', async () => {
    const answerList = await renderWithLateList();
    const starred = run(1, { isStarred: true });
    answers = (_, method) => Response.json(method === 'GET' ? page([starred, run(2)]) : starred);
    const star = () => screen.getByRole('button', { name: 'Star: keep for ever: run 1' });
    fireEvent.click(star());
    await waitFor(() => expect(star().getAttribute('aria-pressed')).toBe('true'));
    answerList(Response.json(page([run(1), run(2)])));
    await waitFor(() => expect(useLibrary.getState().isFetching).toBe(false));
    expect(star().getAttribute('aria-pressed')).toBe('true');
  });
});

test.each([
  ['no runs', () => Response.json(page([])), 'No run yet'],
  [
    'no right',
    () => Response.json({ code: 'not-yours', message: '' }, { status: 401 }),
    'The library is the instructor’s',
  ],
  [
    'no server',
    () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    'The server does not answer',
  ],
] as const)('with %s it says so', async (_, answer, title) => {
  answers = answer;
  render(<LibraryPage />);
  expect(await screen.findByRole('heading', { name: title })).toBeDefined();
});

test('rules say what they delete before they hold', async () => {
  const rules = { runs: 4000, megabytes: 1000, binDays: 7 };
  const none = { runs: 0, bytes: 0 };
  const keeping: LibraryKeeping = {
    rules,
    initial: rules,
    usage: { starred: none, others: { runs: 9, bytes: 9000 }, bin: none },
    surplus: none,
    next: { run: run(1), afterRuns: 10, afterBytes: 5e6 },
  };
  render(<LibraryPage />);
  await screen.findByRole('link', { name: 'run 1' });
  answers = (url) => {
    if (!url.pathname.endsWith('/rules')) return Response.json(page([run(1)]));
    const isLess = url.searchParams.get('runs') === '2';
    return Response.json(isLess ? { ...keeping, surplus: { runs: 7, bytes: 7000 } } : keeping);
  };
  fireEvent.click(screen.getByRole('button', { name: 'What is kept' }));
  expect(await screen.findByText(/Next to go: run 1 .*when 11 runs or 5.0 MB more have come/)).toBeDefined();
  fireEvent.change(screen.getByRole('textbox', { name: 'Keep at most' }), { target: { value: 'x' } });
  expect(screen.getByRole('button', { name: 'Keep to these rules' }).hasAttribute('disabled')).toBe(true);
  fireEvent.change(screen.getByRole('textbox', { name: 'Keep at most' }), { target: { value: '2' } });
  fireEvent.click(await screen.findByRole('button', { name: 'Keep to these rules and delete 7 runs' }));
  await waitFor(() => expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({ ...rules, runs: 2 }));
});

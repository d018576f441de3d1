// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import type { ClassSummary } from '@lockstep/lab';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetPlace, keepPlace } from '../class/kept-places.ts';
import { useSettings } from '../settings/settings.ts';
import { sampleQuestion, sampleTrial } from '../testing/sample-desk.ts';
import { SummaryPage } from './summary-page.tsx';

const place = { class: 'c1', code: 'K7M42QXW', member: 'owner', token: 'f'.repeat(32) };
const both = (text: string) => ({ en: text, zh: text });

const summary: ClassSummary = {
  class: 'c1',
  name: 'Ada',
  openedAt: Date.UTC(2026, 0, 2, 9),
  endedAt: Date.UTC(2026, 0, 2, 10),
  joined: 3,
  shown: [
    {
      at: Date.UTC(2026, 0, 2, 9, 1),
      lab: 'sample',
      mode: 'free',
      run: 'run-9',
      link: '/labs/sample?run=run-9',
      outcome: { value: both('lost') },
    },
    { at: Date.UTC(2026, 0, 2, 9, 2), lab: 'sample', mode: 'free', link: '/labs/sample?mode=free' },
  ],
  questions: [
    {
      number: 1,
      at: Date.UTC(2026, 0, 2, 9, 3),
      question: sampleQuestion.question,
      tallies: [{ '0': 1, '1': 2 }, { '0': 3 }],
      answers: [
        { member: 'bo', name: 'Bo', choices: ['1', '0'] },
        { member: 'guest', name: '', choices: ['', '0'] },
      ],
    },
  ],
  trials: [
    {
      number: 1,
      at: Date.UTC(2026, 0, 2, 9, 9),
      lab: 'sample',
      mode: 'free',
      knobs: { rounds: 2 },
      outcomes: sampleTrial.outcomes,
      runs: [
        { run: 'run-b', link: '/labs/sample?run=run-b', value: both('two'), expected: true, member: 'bo', name: 'Bo' },
      ],
    },
  ],
};

let answer: (url: string, init?: RequestInit) => Response;
let asked: { readonly url: string; readonly authorization: string | null }[];

beforeEach(() => {
  useSettings.setState({ language: 'en' });
  asked = [];
  answer = () => Response.json(summary);
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    asked.push({ url, authorization: new Headers(init?.headers).get('authorization') });
    return answer(url, init);
  });
  keepPlace(place);
});
afterEach(() => {
  cleanup();
  forgetPlace('c1');
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('what was shown, asked and run stands there, with the way to each run', async () => {
  render(<SummaryPage classId="c1" />);
  expect(await screen.findByRole('heading', { name: 'Class of Ada' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'run-9' }).getAttribute('href')).toBe('/labs/sample?run=run-9');
  expect(screen.getByRole('link', { name: 'the lab’s own recording' }).getAttribute('href')).toBe(
    '/labs/sample?mode=free',
  );
  expect(screen.getByText('round 1: 3 answers · round 2: 3 answers')).toBeDefined();
  const rows = within(screen.getByRole('list', { name: 'Who sends it again?' })).getAllByRole('listitem');
  expect(rows.map((row) => row.textContent)).toEqual([
    'the kernelrightround 11round 23',
    'the programround 12round 20',
  ]);
  expect(screen.getByText('1 run came to its end')).toBeDefined();
  expect(screen.getByRole('link', { name: 'run-b', hidden: true })).toBeDefined();
});

test('the owner sees who answered what; without answers there is nothing to open', async () => {
  render(<SummaryPage classId="c1" />);
  await screen.findByText('Who answered what');
  const row = screen.getByRole('row', { name: /Guest 1/, hidden: true });
  expect(row.textContent).toBe('Guest 1no answerthe kernel');
  cleanup();
  const questions = summary.questions.map((question) => ({ ...question, answers: undefined }));
  answer = () => Response.json({ ...summary, questions });
  render(<SummaryPage classId="c1" />);
  await screen.findByText('Who sends it again?');
  expect(screen.queryByText('Who answered what')).toBeNull();
});

test('the token goes in a header, never in an address; files are fetched with it', async () => {
  URL.createObjectURL = vi.fn<() => string>(() => 'blob:x');
  URL.revokeObjectURL = vi.fn<() => void>();
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  render(<SummaryPage classId="c1" />);
  fireEvent.click(await screen.findByRole('button', { name: 'Save as CSV' }));
  await vi.waitFor(() => expect(saved).toEqual(['lockstep-class-2026-01-02-c1.csv']));
  expect(asked).toEqual([
    { url: '/api/classes/c1/summary', authorization: `Bearer ${place.token}` },
    { url: '/api/classes/c1/summary.csv?language=en', authorization: `Bearer ${place.token}` },
  ]);
});

test('a class in which nothing happened says so, and one that goes on can be fetched again', async () => {
  const { endedAt: _, ...goesOn } = summary;
  answer = () => Response.json({ ...goesOn, name: '', shown: [], questions: [], trials: [] });
  render(<SummaryPage classId="c1" />);
  expect(await screen.findByRole('heading', { name: 'Summary of the class' })).toBeDefined();
  for (const none of ['No run was shown.', 'Nothing was asked.', 'Nothing was run by everyone.', 'goes on'])
    expect(screen.getByText(none)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Fetch again' }));
  await vi.waitFor(() => expect(asked).toHaveLength(2));
});

test('who was not there, who is not known, and a server that is away are told apart', async () => {
  forgetPlace('c1');
  render(<SummaryPage classId="c1" />);
  expect(screen.getByRole('alert').textContent).toContain('This browser was not in that class');
  expect(asked).toEqual([]);
  cleanup();
  keepPlace(place);
  answer = () => new Response('{}', { status: 404 });
  render(<SummaryPage classId="c1" />);
  expect((await screen.findByRole('alert')).textContent).toContain('The server does not know that class');
  cleanup();
  answer = () => {
    throw new TypeError('fetch failed');
  };
  render(<SummaryPage classId="c1" />);
  expect((await screen.findByRole('alert')).textContent).toContain('The server does not answer');
  answer = () => Response.json(summary);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Class of Ada' })).toBeDefined();
});

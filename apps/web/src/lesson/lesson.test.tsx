// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PredictionGate } from '../player/prediction-gate.tsx';
import { useSettings } from '../settings/settings.ts';
import { sampleLab } from '../testing/sample-lab.ts';
import { sampleTrace } from '../testing/sample-run.ts';
import { show } from '../testing/show.tsx';
import { LessonLink } from './lesson-link.tsx';
import { LessonParagraph } from './lesson-paragraph.tsx';
import { LessonPart } from './lesson-part.tsx';
import { RunBox } from './run-box.tsx';

beforeEach(() => useSettings.setState({ language: 'en' }));
afterEach(cleanup);

const [question] = sampleLab.predictions;

test('a link to a moment goes to its step in this very run', () => {
  const { player } = show(
    <LessonPart>
      <LessonParagraph>
        At <LessonLink href="moment:stored">this step</LessonLink> it is stored.
      </LessonParagraph>
    </LessonPart>,
  );
  expect(screen.getByText('After a run: stored.')).toBeDefined();
  act(() => player.open(sampleTrace(), 'recording'));
  fireEvent.click(screen.getByRole('button', { name: 'this step' }));
  expect(player.store.getState().cursor).toBe(4);
});

test('what this run did not show is left out, and said in one line at the end of its part', () => {
  const { player } = show(
    <LessonPart>
      <LessonParagraph>
        At <LessonLink href="moment:never">this step</LessonLink> wonders happen.
      </LessonParagraph>
      <LessonParagraph>
        At <LessonLink href="moment:stored">that step</LessonLink> it is stored.
      </LessonParagraph>
      <LessonParagraph>
        At <LessonLink href="moment:never">this step</LessonLink> they happen again.
      </LessonParagraph>
    </LessonPart>,
  );
  expect(screen.getByText('After a run: stored, never.')).toBeDefined();
  act(() => player.follow({ token: 'mine', isPinned: true, asks: false }));
  act(() => player.grow(sampleTrace(2), { state: 'running' }));
  expect(screen.getByText('Not so far: stored, never.')).toBeDefined();
  act(() => player.open(sampleTrace(), 'recording'));
  expect(screen.getByText('This run did not show: never.')).toBeDefined();
  expect(screen.queryByText(/wonders|again/)).toBeNull();
  expect(screen.getByText(/it is stored/)).toBeDefined();
  act(() => useSettings.setState({ language: 'zh' }));
  expect(screen.getByText('这次运行没有出现：never（中）。')).toBeDefined();
});

test('an answer stands beside what happened, once the reader has got there', () => {
  const { player } = show(
    <LessonParagraph>
      <LessonLink href="predict:final">Predict</LessonLink>
    </LessonParagraph>,
  );
  act(() => player.open(sampleTrace(), 'golden'));
  act(() => player.answer('final', { choice: 'zero' }));
  const wrong = screen.getByRole('row', { name: /nought/ });
  expect(within(wrong).getByText('your answer')).toBeDefined();
  expect(screen.queryByText(/happened/)).toBeNull();
  act(() => player.seek(4));
  const right = screen.getByRole('row', { name: /one/ });
  expect(within(right).getByRole('button', { name: 'happened, step 4' })).toBeDefined();
  expect(screen.getByText('So it goes.')).toBeDefined();
});

test('a claim is judged by this run, with the step that shows it', () => {
  const { player } = show(
    <LessonParagraph>
      <LessonLink href="claim:safe">Claim</LessonLink>
    </LessonParagraph>,
  );
  expect(screen.getByText('This run has not tested it.')).toBeDefined();
  act(() => player.open(sampleTrace(), 'recording'));
  expect(screen.getByText('Not here.')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'step 4' }));
  expect(player.store.getState().cursor).toBe(4);
});

test('a question takes the focus and goes when it is answered or passed over', () => {
  const { player } = show(question ? <PredictionGate prediction={question} /> : undefined);
  expect(document.activeElement?.textContent).toBe('What will it be?');
  fireEvent.click(screen.getByRole('button', { name: 'nought' }));
  expect(player.store.getState().answers).toEqual({ final: { choice: 'zero' } });
  fireEvent.click(screen.getByRole('button', { name: 'Pass' }));
  expect(player.store.getState().answers).toEqual({ final: 'skipped' });
});

test('only the knobs of the chosen mode are offered, and Run waits until they read', () => {
  const { runs } = show(<RunBox />);
  fireEvent.click(screen.getByRole('radio', { name: 'Free' }));
  expect(screen.queryByLabelText('lock')).toBeNull();
  const rounds = screen.getByLabelText('rounds');
  fireEvent.change(rounds, { target: { value: '9' } });
  expect(screen.getByRole('alert').textContent).toBe('from 1 to 4');
  const run = screen.getByRole('button', { name: 'Run on real threads' });
  expect(run.hasAttribute('disabled')).toBe(true);
  fireEvent.change(rounds, { target: { value: '3' } });
  fireEvent.click(run);
  expect(runs()).toBe(1);
});

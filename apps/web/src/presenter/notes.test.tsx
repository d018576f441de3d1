// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import type { MDXContent } from 'mdx/types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSettings } from '../settings/settings.ts';
import { sampleLab } from '../testing/sample-lab.ts';
import { show } from '../testing/show.tsx';
import { Notes } from './notes.tsx';

// Lessons are compiled when the page is built; this is what the compiler makes of a short one.
vi.mock('../labs/lab-parts.ts', async (load) => ({
  ...(await load<object>()),
  loadLesson: async (): Promise<MDXContent> =>
    function Lesson({ components = {} }) {
      const { section: Section = 'section', p: P = 'p', a: A = 'a' } = components as Record<string, React.ElementType>;
      return (
        <>
          <Section>
            <P>
              <A href="predict:final">Predict</A>
            </P>
          </Section>
          <Section>
            <h2>Why</h2>
            <P>Because.</P>
          </Section>
        </>
      );
    },
}));

beforeEach(() => {
  useSettings.setState({ language: 'en' });
  localStorage.clear();
});
afterEach(cleanup);

test('the lesson is folded by heading, and a question stands there with what is said afterwards', async () => {
  show(<Notes />);
  const why = (await screen.findByText('Why')).closest('details');
  expect(why?.open).toBe(false);
  expect(why?.textContent).toBe('WhyBecause.');
  expect(screen.getByText('Story and predictions').closest('details')?.textContent).toContain(
    'What will it be? So it goes.',
  );
});

test('own notes are kept in this browser, for each lab its own', async () => {
  show(<Notes />);
  const field = () => screen.getByLabelText<HTMLTextAreaElement>('Own notes on this lab');
  fireEvent.change(field(), { target: { value: 'Ask Bo first.' } });
  cleanup();
  show(<Notes />, { ...sampleLab, id: 'other' });
  expect(field().value).toBe('');
  cleanup();
  show(<Notes />);
  await waitFor(() => expect(field().value).toBe('Ask Bo first.'));
});

import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { keptPlace } from '../class/kept-places.ts';
import { Plate } from '../frame/plate.tsx';
import { useTitle } from '../frame/use-title.ts';
import { summaryWords } from '../words/summary-words.ts';
import { useWords } from '../words/use-words.ts';
import { type FetchedSummary, fetchSummary } from './fetch-summary.ts';
import { Summary } from './summary.tsx';
import './summary.css';

/** What is left of a class, for those who were in it. */
export function SummaryPage({ classId }: { readonly classId: string }) {
  const words = useWords(summaryWords);
  useTitle(words.title);
  const [place] = useState(() => keptPlace({ class: classId }));
  const [fetched, setFetched] = useState<FetchedSummary>();
  const load = useCallback(() => {
    if (place) void fetchSummary(place).then(setFetched);
  }, [place]);
  useEffect(load, [load]);

  if (!place)
    return (
      <Sign words={words.noPlace}>
        <Link className="btn ink" href="/">
          {words.toCourse}
        </Link>
      </Sign>
    );
  switch (fetched?.kind) {
    case undefined:
      return (
        <main className="plate" aria-busy="true">
          <p role="status">{words.loading}</p>
        </main>
      );
    case 'summary':
      return <Summary summary={fetched.summary} place={place} onRefresh={load} />;
    case 'unknown':
      return (
        <Sign words={words.unknown}>
          <Link className="btn ink" href="/">
            {words.toCourse}
          </Link>
        </Sign>
      );
    case 'unreachable':
      return (
        <Sign words={words.unreachable}>
          <button type="button" className="btn ink" onClick={load}>
            {words.again}
          </button>
        </Sign>
      );
  }
}

interface SignProps {
  readonly words: { readonly title: string; readonly text: string };
  readonly children: ReactNode;
}

function Sign({ words, children }: SignProps) {
  return (
    <Plate title={words.title} isAlert>
      <p>{words.text}</p>
      <div className="plate-acts">{children}</div>
    </Plate>
  );
}

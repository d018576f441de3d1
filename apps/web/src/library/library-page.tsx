import { type ReactNode, useEffect } from 'react';
import { Link, useSearch } from 'wouter';
import { OpenButton } from '../files/open-button.tsx';
import { Brand } from '../frame/brand.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { ThemeSwitch } from '../frame/theme-switch.tsx';
import { useTitle } from '../frame/use-title.ts';
import { site } from '../site.ts';
import { libraryWords } from '../words/library-words.ts';
import { useWords } from '../words/use-words.ts';
import { CompareBar } from './compare-bar.tsx';
import { DeedNote } from './deed-note.tsx';
import { LibraryHead } from './library-head.tsx';
import { LibraryList } from './library-list.tsx';
import { useLibrary } from './library-state.ts';
import { isNarrow, parseQuery } from './query-in-address.ts';
import { useFresh } from './use-fresh.ts';
import './library.css';

/** All runs that are kept. */
export function LibraryPage() {
  const words = useWords(libraryWords);
  const search = useSearch();
  useTitle(words.title);
  useFresh();
  useEffect(() => {
    if (site === 'server') void useLibrary.getState().load(parseQuery(search));
  }, [search]);
  return (
    <div className="library">
      <header className="top">
        <Brand />
        <span className="grow" />
        <Link className="tog" href="/">
          {words.none.toCourse}
        </Link>
        <span className="sep" />
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main>
        {site === 'server' ? <Contents /> : <Sign words={words.noServer} act={<OpenButton className="btn ink" />} />}
      </main>
      <div className="library-notes">
        <DeedNote />
        <CompareBar />
      </div>
    </div>
  );
}

function Contents() {
  const words = useWords(libraryWords);
  const status = useLibrary((state) => state.status);
  switch (status) {
    case 'loading':
      return (
        <div className="plate" aria-busy="true">
          <p role="status">{words.loading}</p>
        </div>
      );
    case 'not-yours':
      return <Sign words={words.notYours} act={<ToCourse />} />;
    case 'unreachable':
      return (
        <Sign
          words={words.unreachable}
          act={
            <>
              <button type="button" className="btn ink" onClick={again}>
                {words.again}
              </button>
              <OpenButton className="btn" />
            </>
          }
        />
      );
    case 'ready':
      return (
        <>
          <LibraryHead />
          <List />
        </>
      );
  }
}

function List() {
  const words = useWords(libraryWords);
  const query = useLibrary((state) => state.query);
  const hasRuns = useLibrary((state) => state.runs.length > 0);
  if (hasRuns) return <LibraryList />;
  if (isNarrow(query))
    return (
      <Sign
        words={words.notFound}
        act={
          <Link className="btn" href={query.bin ? '/library?bin=1' : '/library'}>
            {words.notFound.clear}
          </Link>
        }
      />
    );
  if (query.bin)
    return (
      <Sign
        words={words.noBin}
        act={
          <Link className="btn" href="/library">
            {words.noBin.back}
          </Link>
        }
      />
    );
  return <Sign words={words.none} act={<ToCourse />} />;
}

function again(): void {
  const { load, query } = useLibrary.getState();
  void load(query);
}

function ToCourse() {
  const words = useWords(libraryWords);
  return (
    <Link className="btn ink" href="/">
      {words.none.toCourse}
    </Link>
  );
}

interface SignProps {
  readonly words: { readonly title: string; readonly text: string };
  readonly act: ReactNode;
}

function Sign({ words, act }: SignProps) {
  return (
    <section className="plate" role="status">
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <div className="plate-acts">{act}</div>
    </section>
  );
}

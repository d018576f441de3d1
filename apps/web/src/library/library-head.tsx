import { LIBRARY_OUTCOMES, LIBRARY_SORTS, type LibraryQuery } from '@lockstep/lab';
import { MODES } from '@lockstep/trace';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { isKeyTaken } from '../frame/is-key-taken.ts';
import { labs } from '../labs/labs.ts';
import { libraryWords } from '../words/library-words.ts';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { KeepingSheet } from './keeping-sheet.tsx';
import { useLibrary } from './library-state.ts';
import { isNarrow, serializeQuery } from './query-in-address.ts';

/** What the library is, what of it is shown, and what can be done with all of it. */
export function LibraryHead() {
  const words = useWords(libraryWords);
  const { modes } = useWords(playerWords);
  const say = useSay();
  const [, navigate] = useLocation();
  const { query, total, unread, isAdding, labs: counts, add } = useLibrary();
  const [isKeepingOpen, setIsKeepingOpen] = useState(false);
  const files = useRef<HTMLInputElement>(null);

  function ask(change: { readonly [N in keyof LibraryQuery]?: LibraryQuery[N] | undefined }): void {
    const asked = Object.entries({ ...query, ...change }).filter(([, value]) => value !== undefined && value !== '');
    navigate(`/library${serializeQuery(Object.fromEntries(asked))}`, { replace: true });
  }

  const known = labs.filter(({ id }) => counts[id] !== undefined || id === query.lab);
  return (
    <>
      <div className="library-head">
        <h1>{query.bin ? words.bin : words.title}</h1>
        <span className="library-count" role="status">
          {isNarrow(query) ? words.found(total) : words.runs(total)}
          {unread > 0 ? ` · ${words.unread(unread)}` : undefined}
          {isAdding ? ` · ${words.adding}` : undefined}
        </span>
        <span className="grow" />
        <button
          type="button"
          className="tog"
          aria-pressed={query.bin === '1'}
          onClick={() => ask({ bin: query.bin ? undefined : '1' })}
        >
          {words.bin}
        </button>
        <button type="button" className="tog" onClick={() => setIsKeepingOpen(true)}>
          {words.keeping}
        </button>
        <button type="button" className="tog" disabled={isAdding} onClick={() => files.current?.click()}>
          {words.add}
        </button>
        <input
          ref={files}
          type="file"
          hidden
          accept=".jsonl,.gz"
          aria-label={words.add}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void add(file);
            target.value = '';
          }}
        />
      </div>
      <div className="library-filters" role="search">
        <SearchField onText={(text) => ask({ text })} />
        <Choice label={words.lab} value={query.lab} onChange={(lab) => ask({ lab })} all={words.allLabs}>
          {known.map(({ id, title }) => (
            <option key={id} value={id}>
              {say(title)} ({counts[id] ?? 0})
            </option>
          ))}
        </Choice>
        <Choice
          label={words.mode}
          value={query.mode}
          onChange={(mode) => ask({ mode: MODES.find((one) => one === mode) })}
          all={words.allModes}
        >
          {MODES.map((mode) => (
            <option key={mode} value={mode}>
              {modes[mode]}
            </option>
          ))}
        </Choice>
        <Choice
          label={words.outcome}
          value={query.outcome}
          onChange={(outcome) => ask({ outcome: LIBRARY_OUTCOMES.find((one) => one === outcome) })}
          all={words.allOutcomes}
        >
          {LIBRARY_OUTCOMES.map((outcome) => (
            <option key={outcome} value={outcome}>
              {words.outcomes[outcome]}
            </option>
          ))}
        </Choice>
        <Choice
          label={words.sort}
          value={query.sort ?? 'newest'}
          onChange={(sort) => ask({ sort: LIBRARY_SORTS.find((one) => one === sort && one !== 'newest') })}
        >
          {LIBRARY_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {words.sorts[sort]}
            </option>
          ))}
        </Choice>
        <button
          type="button"
          className="tog"
          aria-pressed={query.starred === '1'}
          onClick={() => ask({ starred: query.starred ? undefined : '1' })}
        >
          <Star isOn={query.starred === '1'} />
          {words.starred}
        </button>
      </div>
      {isKeepingOpen ? <KeepingSheet onClose={() => setIsKeepingOpen(false)} /> : undefined}
    </>
  );
}

/** What is typed is sought as it is typed; `/` leads here. */
function SearchField({ onText }: { readonly onText: (text: string) => void }) {
  const words = useWords(libraryWords);
  const asked = useLibrary((state) => state.query.text ?? '');
  const [text, setText] = useState(asked);
  const [lastAsked, setLastAsked] = useState(asked);
  const field = useRef<HTMLInputElement>(null);
  if (asked !== lastAsked) {
    setLastAsked(asked);
    if (asked.trim() !== text.trim()) setText(asked);
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || isKeyTaken(event)) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <input
      ref={field}
      className="library-search"
      type="search"
      aria-label={words.search}
      aria-keyshortcuts="/"
      placeholder={words.searchHint}
      maxLength={200}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        onText(target.value);
      }}
    />
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  /** The choice of everything; absent: there is none. */
  readonly all?: string;
  readonly children: ReactNode;
  readonly onChange: (value: string | undefined) => void;
}

function Choice({ label, value, all, children, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <select
      id={id}
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value || undefined)}
    >
      {all === undefined ? undefined : <option value="">{all}</option>}
      {children}
    </select>
  );
}

export function Star({ isOn }: { readonly isOn: boolean }) {
  return (
    <svg className="star" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <path
        d="M7 1l1.8 3.9 4.2.5-3.1 2.9.8 4.2L7 10.4l-3.7 2.1.8-4.2L1 5.4l4.2-.5z"
        fill={isOn ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.2"
        strokeLinejoin="round"
      />
    </svg>
  );
}

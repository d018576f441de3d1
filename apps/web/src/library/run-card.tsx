import type { LibraryRun } from '@lockstep/lab';
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { libraryWords } from '../words/library-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { CardFacts } from './card-facts.tsx';
import { Star } from './library-head.tsx';
import { useLibrary } from './library-state.ts';
import { NameField } from './name-field.tsx';
import { RunStill } from './run-still.tsx';
import { labTitle, runLink, runTitle } from './run-title.ts';
import { StepStrip } from './step-strip.tsx';

interface RunCardProps {
  readonly run: LibraryRun;
  /** From 1, of all that were asked for. */
  readonly place: number;
  readonly total: number;
}

/** One run: its picture, what it is called, how it came out, and what can be done with it. */
export const RunCard = memo(function RunCard({ run, place, total }: RunCardProps) {
  const words = useWords(libraryWords).card;
  const say = useSay();
  const [isNaming, setIsNaming] = useState(false);
  const open = useRef<HTMLAnchorElement>(null);
  const wasNamed = useRef(false);
  const isChosen = useLibrary(({ chosen }) => chosen.some((one) => one.run === run.run));
  const { change, restore, choose, delete: remove } = useLibrary.getState();
  const isBinned = run.deletedAt !== undefined;
  const canOpen = run.lab !== '' && !isBinned;
  const title = runTitle(run, say);

  // The field goes, and so would the focus.
  useEffect(() => {
    if (wasNamed.current && !isNaming) open.current?.focus();
    wasNamed.current = isNaming;
  }, [isNaming]);

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Delete') void remove(run);
    else if (event.key === 'F2') setIsNaming(true);
    else return;
    event.preventDefault();
  }

  return (
    <li className="run-card" data-run={run.run} aria-setsize={total} aria-posinset={place}>
      <div className="run-figure">
        <RunStill run={run} />
      </div>
      <StepStrip run={run} canOpen={canOpen} />
      <div className="run-title">
        {isNaming ? (
          <NameField
            name={run.name}
            hint={labTitle(run, say)}
            onDone={(name) => {
              setIsNaming(false);
              if (name !== undefined && name !== run.name) void change(run, { name });
            }}
          />
        ) : canOpen ? (
          <Link
            ref={open}
            className="run-open"
            href={runLink(run)}
            aria-keyshortcuts="F2 Delete"
            title={title}
            onKeyDown={onKey}
          >
            {title}
          </Link>
        ) : (
          <b className="run-open" title={title}>
            {title}
          </b>
        )}
        {isBinned ? undefined : (
          <button
            type="button"
            className="run-star"
            aria-pressed={run.isStarred}
            aria-label={`${words.star}: ${title}`}
            title={words.star}
            onClick={() => void change(run, { isStarred: !run.isStarred })}
          >
            <Star isOn={run.isStarred} />
          </button>
        )}
      </div>
      <CardFacts run={run} />
      <div className="run-acts">
        {isBinned ? (
          <>
            <Act label={words.restore} of={title} onAct={() => void restore(run)} />
            <Act label={words.remove} of={title} onAct={() => void remove(run)} />
          </>
        ) : (
          <>
            <Act label={words.rename} of={title} onAct={() => setIsNaming(true)} />
            <Act label={words.delete} of={title} onAct={() => void remove(run)} />
            <span className="grow" />
            {canOpen ? (
              <label className="run-choose">
                <input
                  type="checkbox"
                  checked={isChosen}
                  aria-label={`${words.compare}: ${title}`}
                  onChange={() => choose(run)}
                />
                {words.compare}
              </label>
            ) : undefined}
          </>
        )}
      </div>
    </li>
  );
});

interface ActProps {
  readonly label: string;
  readonly of: string;
  readonly onAct: () => void;
}

function Act({ label, of, onAct }: ActProps) {
  return (
    <button type="button" className="tog" aria-label={`${label}: ${of}`} onClick={onAct}>
      {label}
    </button>
  );
}

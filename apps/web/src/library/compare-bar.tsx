import { Link } from 'wouter';
import { libraryWords } from '../words/library-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { useLibrary } from './library-state.ts';
import { runTitle } from './run-title.ts';

/** The runs that were chosen to be seen side by side. */
export function CompareBar() {
  const words = useWords(libraryWords).compare;
  const say = useSay();
  const { chosen, chooseNone } = useLibrary();
  const [left, right] = chosen;
  if (!left) return undefined;
  return (
    <section className="library-note" aria-label={words.go}>
      <span>{right ? words.two(runTitle(left, say), runTitle(right, say)) : words.one(runTitle(left, say))}</span>
      {right ? (
        <Link className="btn sm ink" href={`/compare?left=${left.run}&right=${right.run}`}>
          {words.go}
        </Link>
      ) : undefined}
      <button type="button" className="tog" onClick={chooseNone}>
        {words.clear}
      </button>
    </section>
  );
}

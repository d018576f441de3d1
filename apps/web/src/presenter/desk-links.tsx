import { useClass } from '../class/class-state.ts';
import { presenterWords } from '../words/presenter-words.ts';
import { useWords } from '../words/use-words.ts';
import './desk-links.css';

/** The other windows of a class, for whoever owns or drives it. */
export function DeskLinks() {
  const words = useWords(presenterWords);
  const isDesk = useClass(({ me }) => me?.isOwner === true || me?.isDriver === true);
  const classId = useClass(({ place }) => place?.class);
  if (!isDesk || classId === undefined) return undefined;
  return (
    <ul className="desk-links" aria-label={words.links}>
      <li>
        <a href={`/present?class=${classId}`} target="_blank" rel="noreferrer">
          {words.title}
        </a>{' '}
        <span>{words.presentHint}</span>
      </li>
      <li>
        <a href={`/wall?class=${classId}`} target="_blank" rel="noreferrer">
          {words.wall}
        </a>{' '}
        <span>{words.wallHint}</span>
      </li>
    </ul>
  );
}

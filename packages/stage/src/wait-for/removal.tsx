import type { WaitForEdge } from '@lockstep/trace';
import type { Language } from '../text.ts';
import type { SaidFix } from './fixes.ts';
import { edgeText } from './statement.ts';
import { waitForWords } from './words.ts';

interface RemovalProps {
  /** The edge that was picked, and what that means. */
  readonly picked: { readonly edge: WaitForEdge; readonly fix: SaidFix } | undefined;
  readonly language: Language;
  readonly name: (actor: string) => string;
  readonly onSeek: (cursor: number) => void;
  readonly onRemoveEdge: ((edge: WaitForEdge) => void) | undefined;
}

/** "Which edge would you remove?", and what would follow from the answer. */
export function Removal({ picked, language, name, onSeek, onRemoveEdge }: RemovalProps) {
  const words = waitForWords[language];
  return (
    <section className="ls-removal" aria-live="polite">
      <p className="ls-title">{words.whichEdge}</p>
      {picked ? (
        <>
          <p className="ls-removed">
            <s>{edgeText(picked.edge, language, name)}</s>{' '}
            <button type="button" onClick={() => onSeek(picked.edge.since + 1)}>
              {words.step(picked.edge.since + 1)}
            </button>
          </p>
          <p>
            <b>{picked.fix.title}</b>
          </p>
          <p>{picked.fix.follows}</p>
          {onRemoveEdge && (
            <button type="button" className="ls-run-fix" onClick={() => onRemoveEdge(picked.edge)}>
              {words.runIt}
            </button>
          )}
        </>
      ) : (
        <p>{words.pickOne}</p>
      )}
    </section>
  );
}

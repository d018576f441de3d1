import { acceptIsolation, declineIsolation, isIsolationDeclined, isIsolationPossible } from '../engine/isolation.ts';
import { labs } from '../labs/labs.ts';
import { canRunHere, hasRealThreads } from '../site.ts';
import { staticWords } from '../words/static-words.ts';
import { useWords } from '../words/use-words.ts';
import './static-note.css';

/** What works on a page without a server, and how real its threads are. */
export function StaticNote() {
  const words = useWords(staticWords);
  const count = labs.filter(({ id }) => canRunHere(id)).length;
  const isDeclined = isIsolationDeclined();
  return (
    <div className="static-note">
      <p>{words.about(count)}</p>
      <p>
        {hasRealThreads ? words.real : isDeclined ? words.declined : words.virtual}
        {isIsolationPossible() ? (
          <button
            type="button"
            className="step-link"
            title={hasRealThreads ? undefined : words.acceptTitle}
            onClick={() => void (hasRealThreads ? declineIsolation() : acceptIsolation())}
          >
            {hasRealThreads ? words.decline : words.accept}
          </button>
        ) : undefined}
      </p>
    </div>
  );
}

/** What a page promises that cannot run every lab. */
export function StaticLead() {
  return useWords(staticWords).lead;
}

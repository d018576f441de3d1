import { Link } from 'wouter';
import { useClass } from '../class/class-state.ts';
import { summaryWords } from '../words/summary-words.ts';
import { useWords } from '../words/use-words.ts';

/** From a class that is over to what is left of it. */
export function SummaryLink() {
  const words = useWords(summaryWords);
  const classId = useClass(({ place }) => place?.class);
  if (classId === undefined) return undefined;
  return (
    <Link className="step-link" href={`/class/${classId}/summary`}>
      {words.title}
    </Link>
  );
}

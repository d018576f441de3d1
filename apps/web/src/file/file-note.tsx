import { fileWords } from '../words/file-words.ts';
import { useWords } from '../words/use-words.ts';

/** Stands where a lab's page has its Run button. */
export function FileNote() {
  const words = useWords(fileWords);
  return <p className="file-note">{words.noRun}</p>;
}

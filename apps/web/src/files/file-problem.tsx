import { frameWords } from '../words/frame-words.ts';
import { useWords } from '../words/use-words.ts';
import { useOpenedFile } from './opened-file.ts';

/** Says why a file was not opened; the reader of the format says in which line. */
export function FileProblem() {
  const words = useWords(frameWords);
  const { problem, dismiss } = useOpenedFile();
  if (!problem) return undefined;
  return (
    <div className="file-problem" role="alert">
      <p>
        <b>{words.cannotOpen(problem.name)}</b>
      </p>
      <p className="m">{problem.message}</p>
      <button type="button" className="btn sm" onClick={dismiss}>
        {words.dismiss}
      </button>
    </div>
  );
}

import { frameWords } from '../words/frame-words.ts';
import { useWords } from '../words/use-words.ts';

export function Loading() {
  const words = useWords(frameWords);
  return (
    <main className="plate" aria-busy="true">
      <p role="status">{words.loading}</p>
    </main>
  );
}

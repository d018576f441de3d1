import { Link } from 'wouter';
import { frameWords } from '../words/frame-words.ts';
import { useWords } from '../words/use-words.ts';
import { Plate } from './plate.tsx';
import { useTitle } from './use-title.ts';

export function NotFound() {
  const words = useWords(frameWords);
  useTitle(words.notFoundTitle);
  return (
    <Plate title={words.notFoundTitle}>
      <p>{words.notFound}</p>
      <div className="plate-acts">
        <Link className="btn ink" href="/">
          {words.toCourse}
        </Link>
      </div>
    </Plate>
  );
}

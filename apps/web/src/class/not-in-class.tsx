import { Link } from 'wouter';
import { Plate } from '../frame/plate.tsx';
import { troubleWords } from '../words/trouble-words.ts';
import { useWords } from '../words/use-words.ts';
import { useClass } from './class-state.ts';

interface NotInClassProps {
  readonly words: { readonly title: string; readonly text: string; readonly toCourse: string };
}

/** This browser has no place in a class, or none that the server knows: why, and the way on. */
export function NotInClass({ words }: NotInClassProps) {
  const trouble = useWords(troubleWords);
  const refusal = useClass((state) => state.refusal);
  const why = refusal && (refusal.code === 'unreachable' ? trouble.unreachable : trouble.refusals[refusal.code]);
  return (
    <Plate title={words.title}>
      {why ? <p role="alert">{why}</p> : undefined}
      <p>{words.text}</p>
      <div className="plate-acts">
        <Link className="btn ink" href="/">
          {words.toCourse}
        </Link>
      </div>
    </Plate>
  );
}

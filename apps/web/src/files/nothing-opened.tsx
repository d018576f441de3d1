import { Link } from 'wouter';
import { Plate } from '../frame/plate.tsx';
import { frameWords } from '../words/frame-words.ts';
import { useWords } from '../words/use-words.ts';
import { OpenButton } from './open-button.tsx';

interface NothingOpenedProps {
  readonly title: string;
  readonly text: string;
}

/** In place of a file that a page is there for: how to open one, and the way back. */
export function NothingOpened({ title, text }: NothingOpenedProps) {
  const words = useWords(frameWords);
  return (
    <Plate title={title}>
      <p>{text}</p>
      <div className="plate-acts">
        <OpenButton className="btn ink" />
        <Link className="btn" href="/">
          {words.toCourse}
        </Link>
      </div>
    </Plate>
  );
}

import { type ClassPeople, formatClassCode } from '@lockstep/lab';
import { useState } from 'react';
import { useClass } from '../class/class-state.ts';
import { useWords } from '../words/use-words.ts';
import { wallWords } from '../words/wall-words.ts';
import { QrPlate } from './qr-plate.tsx';
import { WallQuestion } from './wall-question.tsx';
import { WallTrial } from './wall-trial.tsx';
import './wall.css';

/** Beside the stage on the wall: how to join, who is with us, and what is asked or run just now. */
export function WallPanel() {
  const words = useWords(wallWords);
  const place = useClass((state) => state.place);
  const people = useClass((state) => state.people);
  const question = useClass((state) => state.question);
  const trial = useClass((state) => state.trial);
  const isAway = useClass((state) => state.stage === 'away');
  const [isHidden, setIsHidden] = useState(false);
  if (!place) return undefined;
  const isBare = !question && !trial;
  return (
    <aside className="wall-panel" aria-label={words.panel} data-bare={isBare}>
      <div className="wall-join-box">
        {isHidden ? undefined : <JoinPlate code={place.code} isLarge={isBare} isLocked={people?.isLocked === true} />}
        <button type="button" className="tog wall-hide" aria-pressed={isHidden} onClick={() => setIsHidden(!isHidden)}>
          {isHidden ? words.showCode : words.hideCode}
        </button>
      </div>
      {isAway ? (
        <p className="wall-note" role="status">
          {words.away}
        </p>
      ) : people ? (
        <Counts people={people} />
      ) : undefined}
      {question ? <WallQuestion question={question} /> : trial ? <WallTrial trial={trial} /> : undefined}
    </aside>
  );
}

interface JoinPlateProps {
  readonly code: string;
  readonly isLarge: boolean;
  readonly isLocked: boolean;
}

function JoinPlate({ code, isLarge, isLocked }: JoinPlateProps) {
  const words = useWords(wallWords);
  if (isLocked) return <p className="wall-note">{words.locked}</p>;
  const [first, second] = formatClassCode(code).split('-');
  return (
    <div className="wall-join">
      <QrPlate address={`${location.origin}/join/${code}`} size={isLarge ? 240 : 145} />
      <p>
        <span>{words.join}</span>
        <b className="m">
          {first}
          <br />
          {second}
        </b>
        <span className="wall-address">{words.at(`${location.host}/join`)}</span>
      </p>
    </div>
  );
}

function Counts({ people }: { readonly people: ClassPeople }) {
  const words = useWords(wallWords);
  return (
    <p className="wall-counts">
      <span>
        <b>{people.following}</b> {words.following}
      </span>
      <span>
        <b>{people.exploring}</b> {words.exploring}
      </span>
    </p>
  );
}

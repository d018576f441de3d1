import { type AskedQuestion, type ClassPeople, formatClassCode, type Lab } from '@lockstep/lab';
import { useEffect, useState } from 'react';
import { inWords, useAskedLab } from '../class/asked.ts';
import { useClass } from '../class/class-state.ts';
import { QrCode } from '../class/join-address.tsx';
import { baseForOthers } from '../class/join-link.ts';
import { useWords } from '../words/use-words.ts';
import { wallWords } from '../words/wall-words.ts';
import { SHOWN_ROUNDS, WallQuestion } from './wall-question.tsx';
import { WallTrial } from './wall-trial.tsx';

/** With more bars than these the code makes room for them. */
const MOST_LARGE_BARS = 4;

/** Beside the stage on the wall: how to join, who is with us, and what is asked or run just now. */
export function WallPanel() {
  const words = useWords(wallWords);
  const place = useClass((state) => state.place);
  const people = useClass((state) => state.people);
  const question = useClass((state) => state.question);
  const trial = useClass((state) => state.trial);
  const isAway = useClass((state) => state.stage === 'away');
  const lab = useAskedLab(question?.question);
  const [isHidden, setIsHidden] = useState(false);
  if (!place) return undefined;
  const isBare = !question && !trial;
  const bars = question ? barCount(question, lab) : trial ? trial.outcomes.length : 0;
  return (
    <aside className="wall-panel" aria-label={words.panel} data-bare={isBare} data-tight={bars > MOST_LARGE_BARS}>
      <div className="wall-join-box">
        {isHidden ? undefined : <JoinPlate code={place.code} isLocked={people?.isLocked === true} />}
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

function barCount({ question, tallies }: AskedQuestion, lab: Lab | undefined): number {
  const choices = inWords(question, lab, 'en')?.choices.length ?? 0;
  return choices * Math.max(1, Math.min(tallies.length, SHOWN_ROUNDS));
}

interface JoinPlateProps {
  readonly code: string;
  readonly isLocked: boolean;
}

function JoinPlate({ code, isLocked }: JoinPlateProps) {
  const words = useWords(wallWords);
  const [base, setBase] = useState({ url: location.origin, isReachable: true });
  useEffect(() => {
    void baseForOthers().then(setBase);
  }, []);
  const link = `${base.url}/join/${formatClassCode(code)}`;
  if (isLocked) return <p className="wall-note">{words.locked}</p>;
  const [first, second] = formatClassCode(code).split('-');
  return (
    <div className="wall-join">
      <QrCode text={link} label={words.qr(link)} />
      <p>
        <span>{words.join}</span>
        <b className="m">
          {first}
          <span className="wall-dash">-</span>
          <br />
          {second}
        </b>
        <span className="wall-address">
          {base.isReachable ? words.at(`${new URL(base.url).host}/join`) : words.onlyHere}
        </span>
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

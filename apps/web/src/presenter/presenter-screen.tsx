import type { ClassAct, ClassDesk, ClassPeople, ClassSelf } from '@lockstep/lab';
import { useCallback, useState } from 'react';
import { type ClassPlace, useClass } from '../class/class-state.ts';
import { useBench } from '../player/bench.ts';
import { Notices } from '../player/notices.tsx';
import { type Sheet, Sheets } from '../player/sheets.tsx';
import { StageColumn } from '../player/stage-column.tsx';
import { useKeys } from '../player/use-keys.ts';
import { presenterWords } from '../words/presenter-words.ts';
import { troubleWords } from '../words/trouble-words.ts';
import { useWords } from '../words/use-words.ts';
import { DriveDeck } from './drive-deck.tsx';
import { InHand } from './in-hand.tsx';
import { Notes } from './notes.tsx';
import { PeopleDesk } from './people-desk.tsx';
import { PresenterBar } from './presenter-bar.tsx';
import { QuestionDesk } from './question-desk.tsx';
import { TrialDesk } from './trial-desk.tsx';
import type { Refused } from './use-acts.ts';

interface PresenterScreenProps {
  readonly place: ClassPlace;
  readonly me: ClassSelf;
  readonly people: ClassPeople;
  readonly desk: ClassDesk;
  /** Milliseconds since the epoch; undefined: not known yet. */
  readonly openedAt: number | undefined;
  /** How often each question was asked so far, by `questionKey`. */
  readonly rounds: ReadonlyMap<string, number>;
  readonly refused: Refused | undefined;
  readonly onAct: (act: ClassAct) => void;
}

/** Stage, sentences and drive; questions and runs; people and notes: all of it on one screen of a laptop. */
export function PresenterScreen(props: PresenterScreenProps) {
  const { place, me, people, desk, openedAt, rounds, refused, onAct } = props;
  const words = useWords(presenterWords);
  const trouble = useWords(troubleWords);
  const bench = useBench();
  const [sheet, setSheet] = useState<Sheet>();
  const openSheet = useCallback((next: Sheet) => setSheet(next), []);
  const question = useClass((state) => state.question);
  const trial = useClass((state) => state.trial);
  const isAway = useClass((state) => state.stage === 'away');
  useKeys(bench, openSheet);
  return (
    <div className="presenter">
      <PresenterBar classId={place.class} code={place.code} me={me} people={people} openedAt={openedAt} onAct={onAct} />
      {isAway ? (
        <p className="notice" role="status">
          {words.away}
        </p>
      ) : undefined}
      {refused ? (
        <p className="notice" role="alert">
          {refused.code === 'unreachable' ? trouble.unreachable : trouble.refusals[refused.code]}
        </p>
      ) : undefined}
      <Notices />
      <main className="presenter-body">
        <div className="presenter-show">
          <section className="stage-copy" aria-label={words.figure}>
            <StageColumn isCompact onSheet={openSheet} />
          </section>
          <DriveDeck canDrive={me.isDriver} />
        </div>
        <div className="presenter-ask">
          <InHand />
          <QuestionDesk question={question} people={people} rounds={rounds} onAct={onAct} />
          <TrialDesk trial={trial} canDrive={me.isDriver} onAct={onAct} />
        </div>
        <div className="presenter-side">
          <PeopleDesk people={people} desk={desk} me={me} hasQuestion={question !== undefined} onAct={onAct} />
          <Notes />
        </div>
      </main>
      <Sheets sheet={sheet} onClose={() => setSheet(undefined)} />
    </div>
  );
}

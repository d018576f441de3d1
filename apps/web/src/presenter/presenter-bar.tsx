import { type ClassAct, type ClassPeople, type ClassSelf, formatClassCode } from '@lockstep/lab';
import { useState } from 'react';
import { Brand } from '../frame/brand.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { ThemeSwitch } from '../frame/theme-switch.tsx';
import { useMedia } from '../frame/use-media.ts';
import { usePlayer } from '../player/bench.ts';
import { presenterWords } from '../words/presenter-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { ClassClock } from './class-clock.tsx';
import { OtherLab } from './other-lab.tsx';

interface PresenterBarProps {
  readonly classId: string;
  readonly code: string;
  readonly me: ClassSelf;
  readonly people: ClassPeople;
  readonly openedAt: number | undefined;
  readonly onAct: (act: ClassAct) => void;
}

/** Which class this is, for how long it has been on, how many are with it, and what concerns it as a whole. */
export function PresenterBar({ classId, code, me, people, openedAt, onAct }: PresenterBarProps) {
  const words = useWords(presenterWords);
  const say = useSay();
  const lab = usePlayer((state) => state.lab);
  const [isEnding, setIsEnding] = useState(false);
  const isNarrow = useMedia('(max-width: 1023px)');
  return (
    <header className="top presenter-bar">
      <Brand isBare />
      <h1 className="crumb-lab">{say(lab.title)}</h1>
      {me.isDriver ? <OtherLab onAct={onAct} /> : undefined}
      {openedAt === undefined ? undefined : <ClassClock openedAt={openedAt} />}
      <span className="presenter-code">
        <span>{words.code}</span> <b className="m">{formatClassCode(code)}</b>
        {people.isLocked ? <span> · {words.locked}</span> : undefined}
      </span>
      <span className="presenter-counts">
        <b>{people.following}</b> {words.people.following} <b>{people.exploring}</b> {words.people.exploring}
      </span>
      <span className="grow" />
      <div className="presenter-acts">
        <a className="tog presenter-wall" href={`/wall?class=${classId}`} target="_blank" rel="noreferrer">
          {words.wall}
        </a>
        <a className="tog" href={`/class/${classId}/summary`} target="_blank" rel="noreferrer">
          {words.summary}
        </a>
        {me.isOwner ? (
          <button type="button" className="tog" onClick={() => onAct({ kind: 'lock', isLocked: !people.isLocked })}>
            {people.isLocked ? words.unlock : words.lock}
          </button>
        ) : undefined}
        {me.isOwner && !isEnding ? (
          <button type="button" className="tog" onClick={() => setIsEnding(true)}>
            {words.end}
          </button>
        ) : undefined}
        {isEnding ? (
          <span role="group" aria-label={words.endSure} className="acts">
            {words.endSure}
            <button type="button" className="btn ink sm" onClick={() => onAct({ kind: 'end' })}>
              {words.end}
            </button>
            <button type="button" className="btn sm" onClick={() => setIsEnding(false)}>
              {words.keep}
            </button>
          </span>
        ) : undefined}
      </div>
      {isNarrow ? undefined : <span className="sep" />}
      <LanguageSwitch />
      <ThemeSwitch />
    </header>
  );
}

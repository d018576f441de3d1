import { useState } from 'react';
import { Dialog } from '../frame/dialog.tsx';
import { DeskLinks } from '../presenter/desk-links.tsx';
import { classWords } from '../words/class-words.ts';
import { useWords } from '../words/use-words.ts';
import { classSession } from './class-session.ts';
import { useClass } from './class-state.ts';
import { JoinAddress } from './join-address.tsx';
import { AskToDrive, WhoDrives } from './wheel.tsx';
import './class-sheet.css';

/** How others join, who is there, and what its owner can do with the class. */
export function ClassSheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(classWords);
  const place = useClass((state) => state.place);
  const people = useClass((state) => state.people);
  const isOwner = useClass(({ me }) => me?.isOwner === true);
  const session = classSession();
  if (!place) return undefined;
  return (
    <Dialog title={words.sheet.title} onClose={onClose}>
      <JoinAddress code={place.code} />
      {people ? (
        <p className="class-people">
          {words.here(people.here)} · {words.following(people.following)} · {words.sheet.exploring(people.exploring)} ·{' '}
          {words.sheet.joined(people.joined)} <WhoDrives />
        </p>
      ) : undefined}
      <DeskLinks />
      <div className="class-acts">
        {isOwner ? (
          <OwnersActs isLocked={people?.isLocked === true} />
        ) : (
          <>
            <AskToDrive />
            <button type="button" className="btn sm" onClick={session.leave}>
              {words.leave}
            </button>
          </>
        )}
      </div>
    </Dialog>
  );
}

function OwnersActs({ isLocked }: { readonly isLocked: boolean }) {
  const words = useWords(classWords).sheet;
  const { act } = classSession();
  const [isSure, setIsSure] = useState(false);
  return (
    <>
      <button
        type="button"
        className="btn sm"
        aria-pressed={isLocked}
        onClick={() => void act({ kind: 'lock', isLocked: !isLocked })}
      >
        {isLocked ? words.unlock : words.lock}
      </button>
      <button
        type="button"
        className="btn sm"
        onClick={() => (isSure ? void act({ kind: 'end' }) : setIsSure(true))}
        onBlur={() => setIsSure(false)}
      >
        {isSure ? words.endSurely : words.end}
      </button>
    </>
  );
}

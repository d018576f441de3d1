import type { ClassAct, ClassDesk, ClassPeople, ClassSelf } from '@lockstep/lab';
import { useState } from 'react';
import { presenterWords } from '../words/presenter-words.ts';
import { useWords } from '../words/use-words.ts';
import { type DeskMember, memberNames, sortedMembers } from './desk-members.ts';

/** More rows than anybody reads; the rest is found by name. */
const MOST_ROWS = 60;
/** With more members than this, names are looked for rather than looked through. */
const FEW = 12;

interface PeopleDeskProps {
  readonly people: ClassPeople;
  readonly desk: ClassDesk;
  readonly me: ClassSelf;
  readonly hasQuestion: boolean;
  readonly onAct: (act: ClassAct) => void;
}

/** Who is there, who asks to drive, and what can be done about it. */
export function PeopleDesk({ people, desk, me, hasQuestion, onAct }: PeopleDeskProps) {
  const words = useWords(presenterWords).people;
  const [wanted, setWanted] = useState('');
  const names = memberNames(desk.members, words.nameless, words.owner);
  const found = sortedMembers(desk.members, names).filter(({ member }) =>
    (names.get(member) ?? '').toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );
  const { driver } = people;
  return (
    <section className="people" aria-label={words.title}>
      <h2 className="cap">
        {words.title} <span>{words.counts(people.here, people.joined)}</span>
      </h2>
      <p className="driver-line">
        {driver.member === me.member ? words.youDrive : words.otherDrives(names.get(driver.member) ?? driver.name)}
        {me.isOwner && driver.member !== me.member ? (
          <button type="button" className="btn sm" onClick={() => onAct({ kind: 'take-back' })}>
            {words.takeBack}
          </button>
        ) : undefined}
      </p>
      {desk.members.length > FEW ? (
        <input
          type="search"
          className="find-name"
          aria-label={words.find}
          placeholder={words.find}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      ) : undefined}
      {desk.members.some(({ member }) => member !== me.member) ? undefined : <p className="aside">{words.nobody}</p>}
      <ul className="members">
        {found.slice(0, MOST_ROWS).map((member) => (
          <Member
            key={member.member}
            member={member}
            name={names.get(member.member) ?? member.name}
            isMe={member.member === me.member}
            isDriver={member.member === driver.member}
            isOwner={me.isOwner}
            hasQuestion={hasQuestion}
            onAct={onAct}
          />
        ))}
      </ul>
      {found.length > MOST_ROWS ? <p className="aside">{words.more(found.length - MOST_ROWS)}</p> : undefined}
    </section>
  );
}

interface MemberProps {
  readonly member: DeskMember;
  readonly name: string;
  readonly isMe: boolean;
  readonly isDriver: boolean;
  /** Of the class is who looks at this desk. */
  readonly isOwner: boolean;
  readonly hasQuestion: boolean;
  readonly onAct: (act: ClassAct) => void;
}

function Member({ member, name, isMe, isDriver, isOwner, hasQuestion, onAct }: MemberProps) {
  const words = useWords(presenterWords).people;
  const [isRemoving, setIsRemoving] = useState(false);
  const { isHere, isFollowing, hasAnswered, isAsking } = member;
  const id = member.member;
  const facts = [
    isMe ? words.you : undefined,
    isDriver ? words.drives : isAsking ? words.asking : undefined,
    isHere ? (isDriver ? undefined : isFollowing ? words.following : words.exploring) : words.away,
    hasQuestion && hasAnswered ? words.answered : undefined,
  ].filter(Boolean);
  return (
    <li data-asking={isAsking} data-here={isHere}>
      <i aria-hidden="true" />
      <div>
        <b>{name}</b>
        <span className="member-facts">{facts.join(' · ')}</span>
      </div>
      {isMe ? undefined : isRemoving ? (
        <div className="acts" role="group" aria-label={words.removeSure(name)}>
          <span>{words.removeSure(name)}</span>
          <button type="button" className="btn ink sm" onClick={() => onAct({ kind: 'remove', member: id })}>
            {words.remove}
          </button>
          <button type="button" className="btn sm" onClick={() => setIsRemoving(false)}>
            {words.keep}
          </button>
        </div>
      ) : (
        <div className="acts" role="group" aria-label={words.acts(name)}>
          {isDriver ? undefined : (
            <button
              type="button"
              className={isAsking ? 'btn ink sm' : 'tog'}
              onClick={() => onAct({ kind: 'hand-over', member: id })}
            >
              {isAsking ? words.accept : words.hand}
            </button>
          )}
          {isAsking ? (
            <button type="button" className="btn sm" onClick={() => onAct({ kind: 'decline', member: id })}>
              {words.decline}
            </button>
          ) : undefined}
          {isOwner && !isAsking ? (
            <button type="button" className="tog" onClick={() => setIsRemoving(true)}>
              {words.remove}
            </button>
          ) : undefined}
        </div>
      )}
    </li>
  );
}

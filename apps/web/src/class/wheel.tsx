import { classWords } from '../words/class-words.ts';
import { useWords } from '../words/use-words.ts';
import { classSession } from './class-session.ts';
import { useClass } from './class-state.ts';

/** Who drives; asking for the wheel, handing it over, taking it back. */
export function Wheel() {
  const words = useWords(classWords);
  const me = useClass((state) => state.me);
  const { act } = classSession();
  if (!me) return undefined;
  return (
    <>
      {me.isDriver || me.isOwner ? <Requests /> : undefined}
      <WhoDrives />
      {me.isDriver && !me.isOwner ? <GiveBack /> : undefined}
      {me.isOwner && !me.isDriver ? (
        <button type="button" className="btn sm" onClick={() => void act({ kind: 'take-back' })}>
          {words.takeOver}
        </button>
      ) : undefined}
      <span className="class-ask">
        <AskToDrive />
      </span>
    </>
  );
}

export function WhoDrives() {
  const words = useWords(classWords);
  const isDriver = useClass(({ me }) => me?.isDriver);
  const driver = useClass(({ people }) => people?.driver);
  if (isDriver !== false || !driver) return undefined;
  const { name, isHere } = driver;
  return (
    <span className="class-driver">
      {isHere ? (name ? words.drives(name) : words.drivesUnnamed) : words.driverAway(name)}
    </span>
  );
}

export function AskToDrive() {
  const words = useWords(classWords);
  const me = useClass((state) => state.me);
  if (!me || me.isDriver || me.isOwner) return undefined;
  return (
    <>
      {me.isAsking ? <span role="status">{words.asked}</span> : undefined}
      <button
        type="button"
        className="tog"
        onClick={() => void classSession().act({ kind: 'ask-to-drive', isAsking: !me.isAsking })}
      >
        {me.isAsking ? words.takeAskBack : words.askToDrive}
      </button>
    </>
  );
}

/** Whom the wheel came from is the owner; it goes back to them. */
function GiveBack() {
  const words = useWords(classWords);
  const owner = useClass((state) => state.desk?.members.find(({ isOwner }) => isOwner)?.member);
  if (owner === undefined) return undefined;
  return (
    <button
      type="button"
      className="btn sm"
      onClick={() => void classSession().act({ kind: 'hand-over', member: owner })}
    >
      {words.giveBack}
    </button>
  );
}

/** Those who ask to drive, one after the other. */
function Requests() {
  const words = useWords(classWords);
  const { act } = classSession();
  const asking = useClass((state) => state.desk?.members.find(({ isAsking }) => isAsking));
  if (!asking) return undefined;
  const { member, name } = asking;
  return (
    <span className="class-request" role="status">
      {words.asksToDrive(name || words.someone)}{' '}
      <button type="button" className="btn sm" onClick={() => void act({ kind: 'hand-over', member })}>
        {words.accept}
      </button>
      <button type="button" className="tog" onClick={() => void act({ kind: 'decline', member })}>
        {words.decline}
      </button>
    </span>
  );
}

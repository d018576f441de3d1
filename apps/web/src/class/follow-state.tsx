import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { useLocation } from 'wouter';
import { isKeyTaken } from '../frame/is-key-taken.ts';
import { labWith } from '../labs/labs.ts';
import { classWords } from '../words/class-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { classSession } from './class-session.ts';
import { useClass } from './class-state.ts';
import { goToOwnPlace, useOwnPlace } from './own-place.ts';

/** Whether this window goes along with the class, and the way back when it does not. */
export function FollowState() {
  const words = useWords(classWords);
  const session = classSession();
  const isFollowing = useClass((state) => state.isFollowing);
  const isDriver = useClass(({ me }) => me?.isDriver);
  const isPrivate = useClass(({ view }) => view?.isPrivate === true);
  const isAsked = useClass(({ question }) => question?.state === 'open');
  useEffect(
    () =>
      tinykeys(window, {
        f(event) {
          if (isKeyTaken(event) || useClass.getState().isFollowing) return;
          event.preventDefault();
          session.setFollowing(true);
        },
      }),
    [session],
  );
  if (isDriver === undefined) return undefined;
  if (isDriver) return <span className="class-lead">{words.youDrive}</span>;
  return (
    <>
      <span className="class-lead" role="status">
        {isFollowing ? words.followingNow : words.exploring}
        {isFollowing && isPrivate ? ` · ${words.isPrivate}` : undefined}
      </span>
      {isFollowing ? (
        <WayToOwn />
      ) : (
        <>
          <WhereClassIs />
          <button type="button" className="btn sm" aria-keyshortcuts="f" onClick={() => session.setFollowing(true)}>
            {words.comeBack}{' '}
            <kbd className="key" aria-hidden="true">
              f
            </kbd>
          </button>
          {isAsked ? (
            <span className="class-asks" role="status">
              {words.questionWaits}{' '}
              <button type="button" className="step-link" onClick={() => session.setFollowing(true)}>
                {words.answerIt}
              </button>
            </span>
          ) : undefined}
        </>
      )}
    </>
  );
}

function WhereClassIs() {
  const words = useWords(classWords);
  const say = useSay();
  const view = useClass((state) => state.view);
  const lab = view && labWith(view.lab);
  if (!view || !lab) return undefined;
  return (
    <span className="class-where">
      {view.isPrivate ? words.isPrivate : words.classIsAt(view.cursor, say(lab.title))}
    </span>
  );
}

/** Nothing of one's own is lost by a look at the class. */
function WayToOwn() {
  const words = useWords(classWords);
  const [, navigate] = useLocation();
  const hasOwn = useOwnPlace(({ place }) => place !== undefined);
  if (!hasOwn) return undefined;
  return (
    <button
      type="button"
      className="tog"
      onClick={() => {
        classSession().setFollowing(false);
        goToOwnPlace(navigate);
      }}
    >
      {words.ownPlace}
    </button>
  );
}

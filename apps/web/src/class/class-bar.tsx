import { formatClassCode } from '@lockstep/lab';
import { useLocation } from 'wouter';
import { SummaryLink } from '../summary/summary-link.tsx';
import { classWords } from '../words/class-words.ts';
import { troubleWords } from '../words/trouble-words.ts';
import { useWords } from '../words/use-words.ts';
import { classSession } from './class-session.ts';
import { ClassSheet } from './class-sheet.tsx';
import { useClass } from './class-state.ts';
import { FollowState } from './follow-state.tsx';
import { useClassPage } from './use-class-page.ts';
import { Wheel } from './wheel.tsx';
import './class-bar.css';

/** Above every page of whoever is in a class: which, who is there, who drives, and whether this window follows. */
export function ClassBar() {
  const words = useWords(classWords);
  const refusals = useWords(troubleWords);
  const session = classSession();
  const [path] = useLocation();
  const stage = useClass((state) => state.stage);
  const refusal = useClass((state) => state.refusal);
  const ending = useClass((state) => state.ending);
  useClassPage(session);

  if (stage === 'in' || stage === 'away') return <BarOfMember isAway={stage === 'away'} />;
  // The join page says all this beside its field.
  if (path.startsWith('/join') && stage !== 'over') return undefined;
  if (stage === 'entering') {
    return (
      <p className="class-bar" role="status">
        {words.entering}
      </p>
    );
  }
  return (
    <div className="class-bar" role="alert">
      <p>{stage === 'over' ? words.over[ending ?? 'ended'] : saidOf(refusal?.code)}</p>
      <span className="grow" />
      {stage === 'over' && ending !== 'removed' ? <SummaryLink /> : undefined}
      <button type="button" className="tog" onClick={session.leave}>
        {words.dismiss}
      </button>
    </div>
  );

  function saidOf(code: NonNullable<typeof refusal>['code'] | undefined): string {
    if (code === undefined || code === 'unknown-class') return words.lost;
    if (code === 'unreachable') return words.join.unreachable;
    return code === 'not-yours' ? refusals.needsLink : refusals.refusals[code];
  }
}

function BarOfMember({ isAway }: { readonly isAway: boolean }) {
  const words = useWords(classWords);
  const isOpen = useClass((state) => state.isSheetOpen);
  const setIsOpen = (isSheetOpen: boolean) => useClass.setState({ isSheetOpen });
  const code = useClass(({ place }) => place?.code);
  const people = useClass((state) => state.people);
  const farewell = useClass((state) => state.farewell);
  const [before, shownCode] = words.code(code === undefined ? '' : formatClassCode(code));
  return (
    <section className="class-bar" aria-label={words.bar} data-away={isAway}>
      <button type="button" className="class-code" onClick={() => setIsOpen(true)}>
        {before}
        <b className="m">{shownCode}</b>
      </button>
      {isAway ? (
        <p role="status">
          {farewell ? `${words.farewells[farewell]} ` : undefined}
          {words.away}
        </p>
      ) : (
        <>
          {people ? (
            <span className="class-count">
              {words.here(people.here)} · {words.following(people.following)}
              {people.isLocked ? ` · ${words.locked}` : undefined}
            </span>
          ) : undefined}
          <FollowState />
          <span className="grow" />
          <Wheel />
        </>
      )}
      {isOpen ? <ClassSheet onClose={() => setIsOpen(false)} /> : undefined}
    </section>
  );
}

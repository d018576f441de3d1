// What joins the player of a lab page to the class. Whoever drives tells where they are; everybody who goes along is
// taken there; and whoever does something of their own meanwhile is on their own from then on.
import type { ClassView } from '@lockstep/lab';
import type { Bench } from '../player/bench.ts';
import { takeUp } from '../player/open-place.ts';
import type { PlayerState } from '../player/player-state.ts';
import type { ClassSession } from './class-session.ts';
import { type ClassState, goesAlong, useClass } from './class-state.ts';
import { isOwnMove } from './own-move.ts';
import { keepOwnPlace } from './own-place.ts';
import { createPublisher } from './publisher.ts';
import { hasRunOf, placeIn, viewOf } from './view-of.ts';

/**
 * @param isTaken the class brought the reader to this page; a driver who came by themselves shows what they came for
 * @returns what ends it
 */
export function startFollowing(
  { player, session }: Pick<Bench, 'player' | 'session'>,
  inClass: Pick<ClassSession, 'act' | 'setFollowing' | 'isOwn'>,
  isTaken = true,
): () => void {
  const { getState: now } = useClass;
  const publisher = createPublisher(async (view) => {
    const reply = await inClass.act({ kind: 'show', view });
    return reply.ok || reply.code !== 'too-fast';
  });
  /** The view that is being shown, or was last. */
  let wanted: ClassView | undefined;
  let isShowing = false;
  /** While another run is fetched or awaited for the class. */
  let takings = 0;

  /** Nobody is shown what the class, or whoever drives, is still asked about. */
  function holdsFuture(state: ClassState): boolean {
    return isAsked(state) || (goesAlong(state) && state.view?.holdsFuture === true && !inClass.isOwn(state.shownBy));
  }

  function doesDrive({ stage, me }: ClassState): boolean {
    return stage === 'in' && me?.isDriver === true;
  }

  function showPlace(view: ClassView): void {
    isShowing = true;
    player.show(placeIn(view));
    isShowing = false;
    publisher.took(viewOf(player.store.getState(), now().view));
  }

  async function show(view: ClassView): Promise<void> {
    if (view.isPrivate || view.lab !== player.store.getState().lab.id) return;
    const isUnderWay = takings > 0 && wanted !== undefined && isSameRun(wanted, view);
    wanted = view;
    if (isUnderWay) return;
    if (hasRunOf(player.store.getState(), view)) return showPlace(view);
    takings++;
    try {
      await takeUp({ player, session }, view, () => wanted !== undefined && isSameRun(wanted, view));
    } finally {
      takings--;
    }
    if (takings === 0 && !wanted && player.store.getState().waiting === 'recording') player.await(undefined);
    if (takings === 0 && wanted && hasRunOf(player.store.getState(), wanted)) showPlace(wanted);
  }

  function onClass(state: ClassState, before: ClassState): void {
    if (holdsFuture(state) !== holdsFuture(before)) player.holdFuture(holdsFuture(state));
    if (!goesAlong(state)) {
      wanted = undefined;
      return;
    }
    const { view } = state;
    // Opened just now by this window, or handed over; whoever comes back to a class of theirs sees it first.
    const begins = doesDrive(state) && !doesDrive(before);
    const isHandedOver = before.stage === 'in' && before.me !== undefined;
    if (begins && (isHandedOver || inClass.isOwn(state.shownBy))) return tellAtOnce();
    if (!view) return;
    const returns = !goesAlong(before) && before.view !== undefined;
    if (returns) keepOwnPlace(player.store.getState(), view);
    if (returns || (view !== before.view && !inClass.isOwn(state.shownBy))) void show(view);
  }

  /** What the class does not see yet: the place of a new driver, or one that could not be told while the line was lost. */
  function tellAtOnce(): void {
    const shown = now().view;
    const state = player.store.getState();
    const view = state.trace && viewOf(state, shown);
    publisher.took(shown);
    if (view) publisher.show(view, true);
  }

  function onPlayer(state: PlayerState, before: PlayerState): void {
    if (isShowing || now().me === undefined || !goesAlong(now())) return;
    const isOwn = isOwnMove(before, state);
    const isOther = state.trace !== before.trace;
    if (takings > 0 && (!isOwn || state.waiting !== before.waiting)) return;
    const isWanted = wanted !== undefined && hasRunOf(state, wanted);
    if (wanted && isWanted && !isOwn) {
      // The first events of a run that was awaited, or of those that the shown step was ahead of.
      if (isOther || (state.length !== before.length && before.length < wanted.cursor)) showPlace(wanted);
    } else if (doesDrive(now())) tell(state, before);
    else if (isOwn || (isOther && state.trace !== undefined)) {
      wanted = undefined;
      inClass.setFollowing(false);
    }
  }

  function tell(state: PlayerState, before: PlayerState): void {
    wanted = undefined;
    // A page that was opened just now has nothing to show yet.
    const view = state.trace && viewOf(state, now().view);
    if (view) publisher.show(view, state.playing !== before.playing || state.trace !== before.trace);
  }

  const unsubscribe = [useClass.subscribe(onClass), player.store.subscribe(onPlayer)];
  const { view, shownBy } = now();
  if (holdsFuture(now())) player.holdFuture(true);
  if (view && goesAlong(now()) && !inClass.isOwn(shownBy) && (isTaken || !doesDrive(now()))) void show(view);
  return () => {
    for (const end of unsubscribe) end();
    publisher.dispose();
  };
}

/** A question before its reveal, for whoever looks at what it is about. */
function isAsked(state: ClassState): boolean {
  return state.question !== undefined && state.question.state !== 'revealed' && goesAlong(state);
}

function isSameRun(a: ClassView, b: ClassView): boolean {
  return a.run === b.run && (a.run !== undefined || a.mode === b.mode);
}

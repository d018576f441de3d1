// Most viewers of a live run stand at its end, side by side: what is new to one is new to all. They are its audience, and
// a frame is encoded once for all of them. Whoever cannot take it at that moment leaves the audience and is served alone,
// at their own pace, until they stand with the others again; so nobody waits for anybody.
import type { Metrics } from '../metrics.ts';
import type { WatchableRun } from '../runs/run-contract.ts';
import type { Outlet } from './outlet.ts';
import { ageOf, isNews, isOver, isSameStanding, nextFrame, type Standing } from './standing.ts';

/** Somebody of the audience. */
export interface Member {
  readonly outlet: Outlet;
  /** They could not take what came next, and stand there. */
  onBehind(standing: Standing): void;
  /** They were sent the end of the run. */
  onOver(): void;
}

export interface Audience {
  /** Takes in who stands where all others stand; false: they do not. */
  admit(member: Member, standing: Standing): boolean;
  dismiss(member: Member): void;
}

/** The audiences of all live runs of a server. */
export type AudienceOf = (run: WatchableRun) => Audience;

export function createAudiences(metrics?: Pick<Metrics, 'framed' | 'fellBehind'>): AudienceOf {
  const audiences = new WeakMap<WatchableRun, Audience>();
  return (run) => {
    const known = audiences.get(run) ?? createAudience(run, metrics);
    audiences.set(run, known);
    return known;
  };
}

function createAudience(run: WatchableRun, metrics?: Pick<Metrics, 'framed' | 'fellBehind'>): Audience {
  const members = new Set<Member>();
  let standing: Standing;

  function onNews(): void {
    if (!isNews(run, standing)) return;
    for (const member of members) if (!member.outlet.isReady) fallBehind(member);
    if (members.size === 0) return;
    const next = nextFrame(run, standing);
    for (const { outlet } of members) outlet.send(next.frame);
    metrics?.framed(next.standing.position - standing.position, members.size, ageOf(run, standing));
    standing = next.standing;
    if (isOver(standing)) end();
    // Nobody can take a second frame at once.
    else if (isNews(run, standing)) members.forEach(release);
  }

  function fallBehind(member: Member): void {
    metrics?.fellBehind();
    release(member);
  }

  function release(member: Member): void {
    // First they watch by themselves: a run that nobody watches for a moment begins to count.
    member.onBehind(standing);
    dismiss(member);
  }

  function end(): void {
    for (const member of members) {
      dismiss(member);
      member.onOver();
    }
  }

  function dismiss(member: Member): void {
    if (members.delete(member) && members.size === 0) run.removeViewer(onNews);
  }

  return {
    admit(member, theirs) {
      if (members.size > 0 && !isSameStanding(theirs, standing)) return false;
      if (members.size === 0) run.addViewer(onNews);
      standing = theirs;
      members.add(member);
      return true;
    },
    dismiss,
  };
}

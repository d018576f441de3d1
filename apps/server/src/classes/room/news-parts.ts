// What of a class each member is told, made from its state. What a learner may not see yet is left out here.
import type { AskedQuestion, ClassDesk, ClassNews, ClassPeople, ClassQuestion, ClassSelf } from '@lockstep/lab';
import type { ClassState } from '../state/class-state.ts';
import type { Members } from '../state/members.ts';
import { type Question, tallyOf } from '../state/questions.ts';
import { countOutcomes, countRuns } from '../state/trials.ts';
import type { Presence } from './presence.ts';

const NONE = { state: 'none' } as const;

/** Owner and driver: they see who is who, and the answers as they come in. */
export function hasDesk({ owner, driver }: Members, member: string): boolean {
  return member === owner || member === driver;
}

export function peoplePart({ members }: ClassState, presence: Presence): ClassPeople {
  const { owner, driver, isLocked } = members;
  let following = 0;
  let exploring = 0;
  for (const member of presence.members()) {
    if (hasDesk(members, member)) continue;
    if (presence.isFollowing(member)) following++;
    else exploring++;
  }
  return {
    here: presence.here,
    following,
    exploring,
    joined: members.all.size,
    driver: {
      member: driver,
      name: members.all.get(driver)?.name ?? '',
      isOwner: driver === owner,
      isHere: presence.isHere(driver),
    },
    isLocked,
  };
}

export function questionPart({ questions }: ClassState, isForDesk: boolean): NonNullable<ClassNews['question']> {
  const { current } = questions;
  if (!current) return NONE;
  const { state, number, rounds, isLive } = current;
  const isShown = isForDesk || state === 'revealed';
  return {
    state,
    number,
    round: rounds.length,
    question: isShown ? current.question : withoutRight(current.question),
    isLive,
    answered: rounds.at(-1)?.size ?? 0,
    tallies: isShown || isLive ? rounds.map(tallyOf) : [],
  } satisfies AskedQuestion;
}

function withoutRight(question: ClassQuestion): ClassQuestion {
  if (question.kind !== 'own') return question;
  const { right: _, ...rest } = question;
  return rest;
}

export function trialPart({ trials }: ClassState): NonNullable<ClassNews['trial']> {
  const { current } = trials;
  if (!current) return NONE;
  const { state, number, lab, mode, knobs } = current;
  return {
    state,
    number,
    lab,
    mode,
    knobs: { ...knobs },
    ...countRuns(current),
    outcomes: [...countOutcomes(current)],
  };
}

export function mePart({ members, questions, trials }: ClassState, member: string): ClassSelf {
  const choice = answerOf(questions.current, member);
  const run = trials.current?.runOf.get(member);
  return {
    member,
    name: members.all.get(member)?.name ?? '',
    isOwner: member === members.owner,
    isDriver: member === members.driver,
    isAsking: members.all.get(member)?.isAsking ?? false,
    ...(choice !== undefined && { choice }),
    ...(run !== undefined && { run }),
  };
}

export function deskPart({ members, questions }: ClassState, presence: Presence): ClassDesk {
  return {
    members: [...members.all.values()].map(({ id, name, isAsking }) => ({
      member: id,
      name,
      isOwner: id === members.owner,
      isHere: presence.isHere(id),
      isFollowing: presence.isFollowing(id),
      hasAnswered: answerOf(questions.current, id) !== undefined,
      isAsking,
    })),
  };
}

function answerOf(question: Question | undefined, member: string): string | undefined {
  return question?.rounds.at(-1)?.get(member);
}

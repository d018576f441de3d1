// What a class tells its members. It is not a log but a handful of registers: each part is sent whole, to whoever has not
// got its newest state, and only the newest counts. So a late comer, a slow line and a return after a loss are all the
// same case, nothing piles up for anybody, and nothing can be missed. The run that the class looks at is a log, and comes
// as such (`Frame`).
import * as z from 'zod/mini';
import { classQuestion, classView } from './class-requests.ts';

const count = z.int().check(z.minimum(0));

/** How many chose what, by choice. A prediction's choices go by their ids, those of an own question by their index. */
const tally = z.record(z.string(), count);

/** Who is there. Names are for the desk only. */
const people = z.object({
  /** Connected just now, the owner included. */
  here: count,
  /** Of these, learners who see what the driver shows, and who look around by themselves. */
  following: count,
  exploring: count,
  /** Also those who are away. */
  joined: count,
  driver: z.object({ member: z.string(), name: z.string(), isOwner: z.boolean(), isHere: z.boolean() }),
  isLocked: z.boolean(),
});

const askedQuestion = z.object({
  state: z.enum(['open', 'closed', 'revealed']),
  /** Counts questions, and each round of one that is asked again, from 1. */
  number: count,
  round: count,
  question: classQuestion,
  isLive: z.boolean(),
  /** How many have answered this round. */
  answered: count,
  /** By round; empty before the reveal, unless the histogram is live. The desk always sees it. */
  tallies: z.array(tally),
});

/** How runs came out: equal ones are counted together. */
const outcomeCount = z.object({
  value: z.object({ en: z.string(), zh: z.string() }),
  expected: z.optional(z.boolean()),
  count,
  /** One run that came out so. */
  run: z.string(),
});

const trial = z.object({
  state: z.enum(['open', 'closed']),
  number: count,
  lab: z.string(),
  mode: z.enum(['free', 'batch']),
  knobs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Runs of members: waiting for their turn on the server, running, over. */
  queued: count,
  running: count,
  over: count,
  outcomes: z.array(outcomeCount),
});

const none = z.object({ state: z.literal('none') });

/** What concerns the receiver alone. */
const me = z.object({
  member: z.string(),
  name: z.string(),
  isOwner: z.boolean(),
  isDriver: z.boolean(),
  isAsking: z.boolean(),
  /** Own answer to the question that is asked now. */
  choice: z.optional(z.string()),
  /** Own run of the trial. */
  run: z.optional(z.string()),
});

/** For the owner and the driver: who is who. */
const desk = z.object({
  members: z.array(
    z.object({
      member: z.string(),
      name: z.string(),
      /** The one who opened the class, and to whom a driver gives the wheel back. */
      isOwner: z.boolean(),
      isHere: z.boolean(),
      isFollowing: z.boolean(),
      hasAnswered: z.boolean(),
      isAsking: z.boolean(),
    }),
  ),
});

/** The parts that changed; all that there are for somebody who just came. */
export const classNews = z.object({
  class: z.string(),
  view: z.optional(classView),
  /** The connection that showed it: a window does not follow itself. */
  shownBy: z.optional(z.string()),
  people: z.optional(people),
  question: z.optional(z.union([askedQuestion, none])),
  trial: z.optional(z.union([trial, none])),
  me: z.optional(me),
  desk: z.optional(desk),
  /** The class is over: ended by its owner, or this member was removed from it. */
  over: z.optional(z.enum(['ended', 'removed'])),
});

export type ClassNews = z.infer<typeof classNews>;
export type ClassPeople = z.infer<typeof people>;
export type AskedQuestion = z.infer<typeof askedQuestion>;
export type Trial = z.infer<typeof trial>;
export type OutcomeCount = z.infer<typeof outcomeCount>;
export type ClassSelf = z.infer<typeof me>;
export type ClassDesk = z.infer<typeof desk>;
export type Tally = z.infer<typeof tally>;

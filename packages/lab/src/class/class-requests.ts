// What a browser asks of a class. Joining and coming back are answered by `ClassReply`; everything else is an act within
// the class, answered by `Reply`, and what came of it is told to all by `ClassNews`.
import { MODES, SOURCES } from '@lockstep/trace';
import * as z from 'zod/mini';
import { identifier, knobValue } from '../message-parts.ts';

const token = z.string().check(z.regex(/^[0-9a-f]{32}$/));
/** Shown to others: one line, nothing that could break a table or a CSV. */
const name = z.string().check(z.maxLength(40), z.regex(/^[^\p{C}]*$/u));
const step = z.int().check(z.minimum(0), z.maximum(1 << 24));

/** What the class sees: which run, which step, and what is pointed at. The language is everybody's own. */
export const classView = z.strictObject({
  lab: identifier,
  mode: z.enum(MODES),
  /** Absent: the golden recording of this mode. */
  run: z.optional(identifier),
  cursor: step,
  /** At the live end of a run that goes on. */
  pinned: z.boolean(),
  playing: z.boolean(),
  selection: z.strictObject({
    actor: z.optional(z.string().check(z.maxLength(64))),
    frame: z.optional(step),
    field: z.optional(z.string().check(z.maxLength(64))),
    stage: z.optional(z.string().check(z.maxLength(64))),
  }),
  spacing: z.enum(['logical', 'true']),
  relative: z.boolean(),
  sources: z.array(z.enum(SOURCES)).check(z.maxLength(SOURCES.length)),
  /** The knobs as the driver's form holds them. */
  form: z.record(z.string().check(z.maxLength(32)), z.string().check(z.maxLength(4096))),
  /** A question stands before it on the driver's screen: what comes after the step is not drawn for anybody. */
  holdsFuture: z.optional(z.boolean()),
  /** The driver looks at something that has no address, e.g. a file from their own disk: the rest is what was before. */
  isPrivate: z.optional(z.boolean()),
});

const text = z.string().check(z.minLength(1), z.maxLength(240));
const choiceId = z.string().check(z.regex(/^[a-z0-9-]{1,32}$/));

/** What is put to the class: a prediction of a lab, or a question made on the spot in the words of its asker. */
export const classQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('prediction'), lab: identifier, prediction: z.string().check(z.maxLength(64)) }),
  z.strictObject({
    kind: z.literal('own'),
    text,
    choices: z.array(text).check(z.minLength(2), z.maxLength(6)),
    /** Index of the right choice, shown with the reveal; absent: there is none. */
    right: z.optional(z.int().check(z.minimum(0), z.maximum(5))),
  }),
]);

/** Open a class with this lab. On a server that is open to a network this needs the instructor's token. */
export const openClassRequest = z.strictObject({ view: classView, name: z.optional(name) });

/** Join by the code that stands on the wall, as `K7M4-2QXW`; case, spaces and hyphens do not matter. */
export const joinClassRequest = z.strictObject({ code: z.string().check(z.maxLength(16)), name: z.optional(name) });

/** Come back after a loss or a reload, or open another window of the same person. */
export const enterClassRequest = z.strictObject({ class: identifier, token });

/** This connection is no window of the class any more; the member stays one. */
export const leaveClassRequest = z.strictObject({});

/** A member's own run of the trial that is called. */
export const runTrialRequest = z.strictObject({});

/** What a member does; some acts are the driver's or the owner's only. */
export const classAct = z.discriminatedUnion('kind', [
  /** Driver: what the class shall see now. */
  z.strictObject({ kind: z.literal('show'), view: classView }),
  z.strictObject({ kind: z.literal('follow'), isFollowing: z.boolean() }),
  z.strictObject({ kind: z.literal('rename'), name }),
  /** Driver or owner. `isLive`: the class sees the histogram while it grows. */
  z.strictObject({ kind: z.literal('ask'), question: classQuestion, isLive: z.boolean() }),
  /** `question` is its number, so that an answer to one that is over is not counted for the next. */
  z.strictObject({ kind: z.literal('answer'), question: z.int(), choice: choiceId }),
  /** Driver or owner: no more answers; show the histogram to all; the same question once more; away with it. */
  z.strictObject({ kind: z.literal('close-question') }),
  z.strictObject({ kind: z.literal('reveal') }),
  z.strictObject({ kind: z.literal('ask-again') }),
  z.strictObject({ kind: z.literal('dismiss') }),
  /** Driver or owner: everyone may run this, once each; and no more. */
  z.strictObject({
    kind: z.literal('call-trial'),
    lab: identifier,
    mode: z.enum(['free', 'batch']),
    knobs: z.record(z.string().check(z.maxLength(32)), knobValue),
  }),
  z.strictObject({ kind: z.literal('close-trial') }),
  z.strictObject({ kind: z.literal('dismiss-trial') }),
  /** A member asks to drive, or takes that back. */
  z.strictObject({ kind: z.literal('ask-to-drive'), isAsking: z.boolean() }),
  /** Driver or owner: this member drives from now on; or does not, and stops asking. */
  z.strictObject({ kind: z.literal('hand-over'), member: identifier }),
  z.strictObject({ kind: z.literal('decline'), member: identifier }),
  /** Owner. */
  z.strictObject({ kind: z.literal('take-back') }),
  z.strictObject({ kind: z.literal('lock'), isLocked: z.boolean() }),
  z.strictObject({ kind: z.literal('remove'), member: identifier }),
  z.strictObject({ kind: z.literal('end') }),
]);

export type ClassView = z.infer<typeof classView>;
export type ClassQuestion = z.infer<typeof classQuestion>;
export type OpenClassRequest = z.infer<typeof openClassRequest>;
export type JoinClassRequest = z.infer<typeof joinClassRequest>;
export type EnterClassRequest = z.infer<typeof enterClassRequest>;
export type ClassAct = z.infer<typeof classAct>;

// The messages between browser and server, as schemas: the server parses all that it receives, and the types of both
// sides come from here. One frame a flush carries all new events of a run as JSON lines.
import * as z from 'zod/mini';
import type { ClassNews } from './class/class-news.ts';
import type { ClassAct, EnterClassRequest, JoinClassRequest, OpenClassRequest } from './class/class-requests.ts';
import { identifier, knobValue, scheduledThread } from './message-parts.ts';
import { FRAME_ACTS } from './scenario.ts';

/** Threads are few; of frames there may be as many as events, each with its acts. */
const LARGEST_CHOICE = 1 << 24;

/** Start a run. Answered by `RunReply`. */
export const runRequest = z.strictObject({
  lab: identifier,
  mode: z.enum(['free', 'stepped', 'search', 'batch']),
  knobs: z.record(z.string().check(z.maxLength(32)), knobValue),
  seed: z.optional(z.int().check(z.minimum(0), z.maximum(0x7fffffff))),
  schedule: z.optional(z.array(scheduledThread).check(z.maxLength(2000))),
});

/** Watch a run, or take it up again after a loss, from event `from` on. */
export const watchRequest = z.strictObject({ run: identifier, from: z.int().check(z.minimum(0)) });

/** Stop watching; a run that nobody watches ends. */
export const leaveRequest = z.strictObject({ run: identifier });

/** Let thread n (main is 0) do its next operation, or do with a held frame what the choice says. Needs the token of the one who started the run. */
export const stepRequest = z.strictObject({
  run: identifier,
  token: z.string().check(z.maxLength(64)),
  thread: z.int().check(z.minimum(0), z.maximum(LARGEST_CHOICE)),
});

/** End a run before its end. */
export const stopRequest = z.strictObject({ run: identifier, token: z.string().check(z.maxLength(64)) });

const stepChoice = z.object({
  thread: z.int(),
  actor: z.string(),
  operation: z.string(),
  enabled: z.boolean(),
  reason: z.optional(z.string()),
  frame: z.optional(z.int()),
  act: z.optional(z.enum(FRAME_ACTS)),
});

/** Where a run stands. */
export const runStatus = z.object({
  state: z.enum(['queued', 'running', 'ended', 'failed']),
  /** Place in the queue, from 1. */
  place: z.optional(z.int()),
  /** Why it ended or failed, in English, for the log; `code` is for the screen. */
  message: z.optional(z.string()),
  code: z.optional(z.string()),
  choices: z.optional(z.array(stepChoice)),
});

/** New events of a run: JSON lines from event `from` on. `header` comes with the first frame to a client. */
export const frame = z.object({
  run: z.string(),
  header: z.optional(z.string()),
  from: z.int(),
  lines: z.string(),
  status: runStatus,
});

export type RunRequest = z.infer<typeof runRequest>;
export type WatchRequest = z.infer<typeof watchRequest>;
export type LeaveRequest = z.infer<typeof leaveRequest>;
export type StepRequest = z.infer<typeof stepRequest>;
export type StopRequest = z.infer<typeof stopRequest>;
export type RunStatus = z.infer<typeof runStatus>;
export type Frame = z.infer<typeof frame>;

/** A refusal: `code` chooses the words on screen, `message` says in English what exactly was wrong. */
export interface Refusal {
  readonly ok: false;
  readonly code:
    | 'bad-request'
    | 'unknown-lab'
    | 'unknown-run'
    | 'bad-knob'
    | 'too-fast'
    | 'queue-full'
    | 'not-yours'
    | 'ended'
    | 'mode'
    /** This thread cannot go at the moment: it waits, or it has finished; or nothing of the kind is open in the class. */
    | 'not-now'
    | 'wrong-code'
    | 'unknown-class'
    | 'class-full'
    | 'class-locked'
    /** The server has as many as it can hold. */
    | 'too-many-classes'
    /** Only the driver of the class can do that, or only its owner. */
    | 'not-driver'
    | 'not-owner';
  readonly message: string;
}

export type RunReply = { readonly ok: true; readonly run: string; readonly token: string } | Refusal;
export type Reply = { readonly ok: true } | Refusal;

/** A place in a class. Whoever has the token is this member; only its hash is kept on the server. */
export type ClassReply =
  | {
      readonly ok: true;
      readonly class: string;
      readonly code: string;
      readonly member: string;
      readonly token: string;
    }
  | Refusal;

/** Said before the server ends a connection, so that the page can say why. */
export interface Farewell {
  readonly code: 'too-slow' | 'too-fast' | 'server-closing';
}

/** socket.io event names, browser to server. */
export interface ClientMessages {
  run: (request: RunRequest, reply: (answer: RunReply) => void) => void;
  watch: (request: WatchRequest, reply: (answer: Reply) => void) => void;
  leave: (request: LeaveRequest, reply: (answer: Reply) => void) => void;
  step: (request: StepRequest, reply: (answer: Reply) => void) => void;
  stop: (request: StopRequest, reply: (answer: Reply) => void) => void;
  'class-open': (request: OpenClassRequest, reply: (answer: ClassReply) => void) => void;
  'class-join': (request: JoinClassRequest, reply: (answer: ClassReply) => void) => void;
  'class-enter': (request: EnterClassRequest, reply: (answer: ClassReply) => void) => void;
  /** This connection is no window of the class any more; the member stays one. */
  'class-leave': (request: Record<never, never>, reply: (answer: Reply) => void) => void;
  'class-act': (request: ClassAct, reply: (answer: Reply) => void) => void;
  /** A member's own run of the trial that is called. */
  'class-run': (request: Record<never, never>, reply: (answer: RunReply) => void) => void;
}

/** socket.io event names, server to browser. */
export interface ServerMessages {
  frame: (frame: Frame) => void;
  class: (news: ClassNews) => void;
  farewell: (farewell: Farewell) => void;
}

// What happened in a class, as it is kept. Tokens are kept as hashes: who reads the file cannot drive.
import { classQuestion, classView } from '@lockstep/lab';
import * as z from 'zod/mini';

const id = z.string();
/** Milliseconds since the epoch. */
const at = z.number();

export const classFact = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('class.opened'),
    at,
    class: id,
    code: z.string(),
    owner: id,
    name: z.string(),
    tokenHash: z.string(),
  }),
  z.object({ kind: z.literal('class.locked'), at, isLocked: z.boolean() }),
  z.object({ kind: z.literal('class.ended'), at }),
  z.object({ kind: z.literal('member.joined'), at, member: id, name: z.string(), tokenHash: z.string() }),
  z.object({ kind: z.literal('member.renamed'), at, member: id, name: z.string() }),
  z.object({ kind: z.literal('member.removed'), at, member: id }),
  z.object({ kind: z.literal('drive.requested'), at, member: id }),
  z.object({ kind: z.literal('drive.declined'), at, member: id }),
  z.object({ kind: z.literal('drive.handed'), at, member: id }),
  z.object({ kind: z.literal('view.shown'), at, member: id, by: id, view: classView }),
  z.object({ kind: z.literal('question.asked'), at, question: classQuestion, isLive: z.boolean() }),
  z.object({
    kind: z.literal('question.answered'),
    at,
    member: id,
    question: z.int(),
    round: z.int(),
    choice: z.string(),
  }),
  z.object({ kind: z.literal('question.closed'), at }),
  z.object({ kind: z.literal('question.revealed'), at }),
  z.object({ kind: z.literal('question.repeated'), at }),
  z.object({ kind: z.literal('question.dismissed'), at }),
  z.object({
    kind: z.literal('trial.called'),
    at,
    lab: z.string(),
    mode: z.enum(['free', 'batch']),
    knobs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  }),
  z.object({ kind: z.literal('trial.joined'), at, trial: z.int(), member: id, run: id }),
  z.object({ kind: z.literal('trial.started'), at, trial: z.int(), run: id }),
  z.object({
    kind: z.literal('trial.observed'),
    at,
    trial: z.int(),
    run: id,
    value: z.object({ en: z.string(), zh: z.string() }),
    expected: z.optional(z.boolean()),
  }),
  /** The server that made the run was ended before it: the member may start another. */
  z.object({ kind: z.literal('trial.lost'), at, trial: z.int(), run: id }),
  z.object({ kind: z.literal('trial.closed'), at }),
  z.object({ kind: z.literal('trial.dismissed'), at }),
]);

export type ClassFact = z.infer<typeof classFact>;

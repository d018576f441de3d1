// What can be asked of the library: `GET /api/library?…`, `PATCH /api/library/<run>`, `PUT /api/library/rules`.
import { MODES } from '@lockstep/trace';
import * as z from 'zod/mini';
import { identifier } from '../message-parts.ts';

export const LIBRARY_SORTS = ['newest', 'oldest', 'longest', 'shortest'] as const;

/** How runs came out, as far as lists tell them apart: `other` is one that is meant to do nothing in particular. */
export const LIBRARY_OUTCOMES = ['expected', 'unexpected', 'other', 'interrupted'] as const;

const flag = z.optional(z.literal('1'));

/** Which runs, in which order. All that is asked for has to hold; each word of `text` stands somewhere in the run. */
export const libraryQuery = z.strictObject({
  text: z.optional(z.string().check(z.maxLength(200))),
  lab: z.optional(identifier),
  mode: z.optional(z.enum(MODES)),
  outcome: z.optional(z.enum(LIBRARY_OUTCOMES)),
  starred: flag,
  /** Those that were deleted and can come back. */
  bin: flag,
  sort: z.optional(z.enum(LIBRARY_SORTS)),
  /** `next` of the page before. */
  after: z.optional(z.string().check(z.maxLength(200))),
});

export const MOST_NAME_CHARACTERS = 80;

/** What people add to a run. One line; empty: it has no name of its own. */
export const libraryChange = z.strictObject({
  name: z.optional(z.string().check(z.maxLength(MOST_NAME_CHARACTERS), z.regex(/^[^\p{C}\u2028\u2029]*$/u))),
  isStarred: z.optional(z.boolean()),
});

/** How long runs are kept that have no star: each rule holds by itself. */
export const keepRules = z.strictObject({
  /** Absent: however old they are. */
  days: z.optional(z.int().check(z.minimum(1), z.maximum(3650))),
  runs: z.int().check(z.minimum(1), z.maximum(1_000_000)),
  /** Of these and of the bin together; what is in the bin goes first. */
  megabytes: z.int().check(z.minimum(1), z.maximum(10_000_000)),
  /** How long what was deleted can come back. */
  binDays: z.int().check(z.minimum(1), z.maximum(365)),
});

export type LibraryQuery = z.infer<typeof libraryQuery>;
export type LibraryChange = z.infer<typeof libraryChange>;
export type KeepRules = z.infer<typeof keepRules>;
export type LibraryOutcome = (typeof LIBRARY_OUTCOMES)[number];
export type LibrarySort = (typeof LIBRARY_SORTS)[number];

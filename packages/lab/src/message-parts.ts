// What several messages are made of.
import * as z from 'zod/mini';

export const knobValue = z.union([z.string().check(z.maxLength(4096)), z.number(), z.boolean()]);

/** A lab, a run, a class, a member: what may stand in a path and in a file name. */
export const identifier = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/));

/** A thread as a schedule names it: main is 0. */
export const scheduledThread = z.int().check(z.minimum(0), z.maximum(16));

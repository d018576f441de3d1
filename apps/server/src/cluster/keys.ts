// The names of everything that is kept in Redis.
const PREFIX = 'lockstep';

export const classKey = (id: string) => `${PREFIX}:class:${id}`;
export const codeKey = (code: string) => `${PREFIX}:code:${code}`;
/** The codes of classes that can be joined, by when they are forgotten. */
export const CODES_KEY = `${PREFIX}:codes`;
export const runKey = (id: string) => `${PREFIX}:run:${id}`;
/** Is there while the server lives. */
export const serverKey = (id: string) => `${PREFIX}:server:${id}`;
export const TOKEN_KEY = `${PREFIX}:token`;
export const NEWS_STREAM = `${PREFIX}:news`;

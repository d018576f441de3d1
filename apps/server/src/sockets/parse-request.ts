import { Refused } from '@lockstep/lab';

/** What is needed of a schema here. */
export interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; code: string }[] } };
}

/** @throws Refused naming what is wrong first */
export function parseRequest<T>(schema: Schema<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join('.');
  throw new Refused('bad-request', `${where || 'the message'}: ${issue?.code ?? 'not understood'}`);
}

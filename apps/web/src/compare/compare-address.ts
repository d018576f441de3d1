// Which two runs stand side by side, and where they meet, as the address says it:
// `/compare?left=ab12&right=cd34&at=fork` · `/compare?lab=race&left=golden:stepped&right=ab12&at=moment:lost` · `&at=3,5`.
import { type CursorPair, MODES, type Mode } from '@lockstep/trace';

/** A run that is kept, or a lab's own recording of a mode. */
export type RunRef = { readonly kind: 'run'; readonly run: string } | { readonly kind: 'golden'; readonly mode: Mode };

/** Where both stand side by side: where they begin to differ, at a moment that both have, or where somebody put them. */
export type Meeting =
  | { readonly kind: 'fork' }
  | { readonly kind: 'moment'; readonly moment: string }
  | ({ readonly kind: 'steps' } & CursorPair);

export interface CompareAddress {
  readonly left?: RunRef;
  readonly right?: RunRef;
  /** Whose recordings are meant, where one of the two is a lab's own. */
  readonly lab?: string;
  readonly at: Meeting;
}

/** Reads what it understands. */
export function parseCompare(search: string): CompareAddress {
  const query = new URLSearchParams(search);
  const [left, right] = [parseRef(query.get('left')), parseRef(query.get('right'))];
  const lab = query.get('lab') ?? '';
  return {
    ...(left ? { left } : {}),
    ...(right ? { right } : {}),
    ...(IDENTIFIER.test(lab) ? { lab } : {}),
    at: parseMeeting(query.get('at') ?? ''),
  };
}

export function serializeCompare({ left, right, lab, at }: CompareAddress): string {
  const parts = [
    ...(lab === undefined ? [] : [`lab=${lab}`]),
    ...(left ? [`left=${serializeRef(left)}`] : []),
    ...(right ? [`right=${serializeRef(right)}`] : []),
    ...(at.kind === 'fork' ? [] : [`at=${at.kind === 'moment' ? `moment:${at.moment}` : `${at.left},${at.right}`}`]),
  ];
  return `?${parts.join('&')}`;
}

const IDENTIFIER = /^[a-z0-9-]{1,64}$/;

function parseRef(text: string | null): RunRef | undefined {
  const mode = MODES.find((one) => text === `golden:${one}`);
  if (mode) return { kind: 'golden', mode };
  return text !== null && IDENTIFIER.test(text) ? { kind: 'run', run: text } : undefined;
}

function serializeRef(ref: RunRef): string {
  return ref.kind === 'run' ? ref.run : `golden:${ref.mode}`;
}

function parseMeeting(text: string): Meeting {
  const moment = /^moment:([a-z0-9-]{1,64})$/.exec(text)?.[1];
  if (moment !== undefined) return { kind: 'moment', moment };
  const steps = /^(\d{1,9}),(\d{1,9})$/.exec(text);
  return steps ? { kind: 'steps', left: Number(steps[1]), right: Number(steps[2]) } : { kind: 'fork' };
}

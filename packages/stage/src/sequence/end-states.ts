import type { TcpStateMark } from '@lockstep/trace';

/**
 * The state that a host's end is in after each change, for its lifeline and for the filled badge. With one connection
 * the socket that listens and the connection are one story; with several each is its own.
 */
export function statesOf(
  marks: readonly TcpStateMark[],
  { host, connection }: Pick<TcpStateMark, 'host' | 'connection'>,
  several: boolean,
): readonly TcpStateMark[] {
  const own = marks.filter(
    (mark) => mark.host === host && (several ? mark.connection === connection : !mark.listenerEnds),
  );
  const words = own.filter((mark) => mark.witness === 'kernel');
  return words.length > 0 ? words : own;
}

/** How a state looks as a line; the heavier, the later in this list. */
const LIVES = ['closed', 'listening', 'waiting', 'closing', 'half-open', 'established'] as const;
type Life = (typeof LIVES)[number];

function lifeOf(state: string): Life {
  switch (state) {
    case 'CLOSED':
      return 'closed';
    case 'LISTEN':
      return 'listening';
    case 'SYN-SENT':
    case 'SYN-RECEIVED':
      return 'half-open';
    case 'ESTABLISHED':
      return 'established';
    case 'TIME-WAIT':
      return 'waiting';
    default:
      return 'closing';
  }
}

/** A stretch of a kernel's lifeline. */
export interface LifePiece {
  readonly life: Life;
  /** `seq` where it begins; -1: from the start. */
  readonly from: number;
}

/** The heaviest of the lives that a host's connections have, from change to change. */
export function livesOf(marks: readonly TcpStateMark[], host: string, several: boolean): readonly LifePiece[] {
  const pieces: LifePiece[] = [{ life: 'closed', from: -1 }];
  if (!several) {
    for (const { state, seq } of statesOf(marks, { host, connection: 0 }, false))
      pieces.push({ life: lifeOf(state), from: seq });
    return pieces;
  }
  const now = new Map<number, Life>();
  const own = marks.filter((mark) => mark.host === host);
  const told = new Set(own.filter(({ witness }) => witness === 'kernel').map(({ connection }) => connection));
  for (const { connection, state, seq, witness, listenerEnds } of own) {
    if (witness === 'segments' && told.has(connection)) continue;
    now.set(connection, listenerEnds ? 'closed' : lifeOf(state));
    const life = LIVES[Math.max(...[...now.values()].map((one) => LIVES.indexOf(one)))] ?? 'closed';
    if (life !== pieces.at(-1)?.life) pieces.push({ life, from: seq });
  }
  return pieces;
}

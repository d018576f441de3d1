// Figure 5 of RFC 9293 §3.3.2, drawn once and for all: eleven states, CLOSED at the top where a connection begins and
// again at the bottom where it has ended, as the RFC has it. Coordinates are of a sheet of 736 × 500.
import type { TcpState } from '@lockstep/trace';

/** A place on the sheet: a state, or the second CLOSED. */
export type Place = TcpState | 'ENDED';

export const SHEET = { width: 736, height: 500 } as const;

export const PLACES: Readonly<Record<Place, { readonly x: number; readonly y: number }>> = {
  CLOSED: { x: 368, y: 22 },
  LISTEN: { x: 368, y: 104 },
  'SYN-RECEIVED': { x: 130, y: 178 },
  'SYN-SENT': { x: 606, y: 178 },
  ESTABLISHED: { x: 368, y: 246 },
  'FIN-WAIT-1': { x: 130, y: 318 },
  'CLOSE-WAIT': { x: 606, y: 318 },
  'FIN-WAIT-2': { x: 130, y: 398 },
  CLOSING: { x: 368, y: 398 },
  'LAST-ACK': { x: 606, y: 398 },
  'TIME-WAIT': { x: 368, y: 476 },
  ENDED: { x: 606, y: 476 },
};

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** Where an arrow leaves or enters a box: how far aside from the middle of that side. */
interface Port {
  readonly side: Side;
  readonly aside?: number;
}

export interface Transition {
  readonly from: Place;
  readonly to: Place;
  /** What happens, in the RFC's words. */
  readonly event: string;
  /** What TCP does then; absent: nothing. */
  readonly action?: string;
  readonly leaves: Port;
  readonly enters: Port;
  /** Between two vertical ends: the height of the horizontal leg, as a share of the way. */
  readonly legAt?: number;
  /** Which leg the label stands at, and on which side of it. */
  readonly label: { readonly leg: 'horizontal' | 'vertical'; readonly side: 'before' | 'after' };
}

const ABOVE = { leg: 'horizontal', side: 'before' } as const;
const BELOW = { leg: 'horizontal', side: 'after' } as const;
const LEFT = { leg: 'vertical', side: 'before' } as const;
const RIGHT = { leg: 'vertical', side: 'after' } as const;

export const TRANSITIONS: readonly Transition[] = [
  {
    from: 'CLOSED',
    to: 'LISTEN',
    event: 'passive OPEN',
    leaves: { side: 'bottom', aside: -20 },
    enters: { side: 'top', aside: -20 },
    label: LEFT,
  },
  {
    from: 'LISTEN',
    to: 'CLOSED',
    event: 'CLOSE',
    leaves: { side: 'top', aside: 20 },
    enters: { side: 'bottom', aside: 20 },
    label: RIGHT,
  },
  {
    from: 'CLOSED',
    to: 'SYN-SENT',
    event: 'active OPEN',
    action: 'snd SYN',
    leaves: { side: 'right', aside: -5 },
    enters: { side: 'top', aside: 36 },
    label: ABOVE,
  },
  {
    from: 'SYN-SENT',
    to: 'CLOSED',
    event: 'CLOSE',
    leaves: { side: 'top', aside: 0 },
    enters: { side: 'right', aside: 6 },
    label: BELOW,
  },
  {
    from: 'LISTEN',
    to: 'SYN-SENT',
    event: 'SEND',
    action: 'snd SYN',
    leaves: { side: 'right' },
    enters: { side: 'top', aside: -36 },
    label: ABOVE,
  },
  {
    from: 'LISTEN',
    to: 'SYN-RECEIVED',
    event: 'rcv SYN',
    action: 'snd SYN,ACK',
    leaves: { side: 'left', aside: 6 },
    enters: { side: 'top', aside: 24 },
    label: BELOW,
  },
  {
    from: 'SYN-RECEIVED',
    to: 'LISTEN',
    event: 'rcv RST',
    leaves: { side: 'top', aside: -24 },
    enters: { side: 'left', aside: -6 },
    label: ABOVE,
  },
  {
    from: 'SYN-SENT',
    to: 'SYN-RECEIVED',
    event: 'rcv SYN',
    action: 'snd SYN,ACK',
    leaves: { side: 'left' },
    enters: { side: 'right' },
    label: ABOVE,
  },
  {
    from: 'SYN-RECEIVED',
    to: 'ESTABLISHED',
    event: 'rcv ACK of SYN',
    leaves: { side: 'bottom', aside: 30 },
    enters: { side: 'left' },
    label: ABOVE,
  },
  {
    from: 'SYN-SENT',
    to: 'ESTABLISHED',
    event: 'rcv SYN,ACK',
    action: 'snd ACK',
    leaves: { side: 'bottom', aside: -30 },
    enters: { side: 'right' },
    label: ABOVE,
  },
  {
    from: 'SYN-RECEIVED',
    to: 'FIN-WAIT-1',
    event: 'CLOSE',
    action: 'snd FIN',
    leaves: { side: 'bottom', aside: -30 },
    enters: { side: 'top', aside: -30 },
    label: LEFT,
  },
  {
    from: 'ESTABLISHED',
    to: 'FIN-WAIT-1',
    event: 'CLOSE',
    action: 'snd FIN',
    leaves: { side: 'bottom', aside: -20 },
    enters: { side: 'right' },
    label: ABOVE,
  },
  {
    from: 'ESTABLISHED',
    to: 'CLOSE-WAIT',
    event: 'rcv FIN',
    action: 'snd ACK',
    leaves: { side: 'bottom', aside: 20 },
    enters: { side: 'left' },
    label: ABOVE,
  },
  {
    from: 'FIN-WAIT-1',
    to: 'FIN-WAIT-2',
    event: 'rcv ACK of FIN',
    leaves: { side: 'bottom', aside: -20 },
    enters: { side: 'top', aside: -20 },
    label: LEFT,
  },
  {
    from: 'FIN-WAIT-1',
    to: 'CLOSING',
    event: 'rcv FIN',
    action: 'snd ACK',
    leaves: { side: 'bottom', aside: 30 },
    enters: { side: 'top' },
    legAt: 0.5,
    label: ABOVE,
  },
  {
    from: 'FIN-WAIT-2',
    to: 'TIME-WAIT',
    event: 'rcv FIN',
    action: 'snd ACK',
    leaves: { side: 'bottom' },
    enters: { side: 'left' },
    label: ABOVE,
  },
  {
    from: 'CLOSING',
    to: 'TIME-WAIT',
    event: 'rcv ACK of FIN',
    leaves: { side: 'bottom' },
    enters: { side: 'top' },
    label: RIGHT,
  },
  {
    from: 'CLOSE-WAIT',
    to: 'LAST-ACK',
    event: 'CLOSE',
    action: 'snd FIN',
    leaves: { side: 'bottom' },
    enters: { side: 'top' },
    label: RIGHT,
  },
  {
    from: 'LAST-ACK',
    to: 'ENDED',
    event: 'rcv ACK of FIN',
    leaves: { side: 'bottom' },
    enters: { side: 'top' },
    label: RIGHT,
  },
  {
    from: 'TIME-WAIT',
    to: 'ENDED',
    event: '2MSL timeout',
    leaves: { side: 'right' },
    enters: { side: 'left' },
    label: ABOVE,
  },
];

/** The arrow between two places; undefined: the figure has none. */
export function transitionOf(from: Place, to: Place): Transition | undefined {
  return TRANSITIONS.find((one) => one.from === from && one.to === to);
}

/** Every place that can still be come to from here by the figure's arrows, or by a reset. */
export function reachableFrom(place: Place): ReadonlySet<Place> {
  const found = new Set<Place>([place]);
  for (const at of found) for (const one of TRANSITIONS) if (one.from === at) found.add(one.to);
  if (place !== 'ENDED') found.add('ENDED');
  return found;
}

/** The state that a place stands for. */
export function stateAtPlace(place: Place): TcpState {
  return place === 'ENDED' ? 'CLOSED' : place;
}

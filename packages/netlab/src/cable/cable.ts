// Lane A: each frame of each kernel passes here. First everything that has happened is written down, then one frame
// is put in at its other end, then everything that this made happen is written down, and so on. Its sender's kernel
// is asked when a frame comes out, its receiver's right before and after it goes in. On its way a frame may be lost,
// doubled, delayed or held; two hosts share one cable, more of them have a switch in the middle; on different cables
// they do not hear each other.
import { decodeFrame, ethernetOf } from '@lockstep/packet';
import type { RunClock } from '../native/clock.ts';
import { createAgenda } from './agenda.ts';
import type { Causes } from './causes.ts';
import { because, deliveredFact, droppedFact, handledFact, sentFact, type Travelling } from './frame-facts.ts';
import type { Ledger } from './ledger.ts';
import { createLinkRate } from './link-rate.ts';
import { segmentOf } from './segment.ts';
import type { SocketWatch } from './socket-watch.ts';
import { createSwitch, isGroup, type Switch } from './switch.ts';
import type { Judge, Verdict } from './verdict.ts';

/** One end of the cable. */
export interface Port {
  readonly host: string;
  readonly mac: string;
  /** Which cable it is an end of. */
  readonly cable: string;
  readonly watch: SocketWatch;
  /** Whether nothing may be put in just now. */
  readonly isBusy: () => boolean;
  /** Puts a frame in: when it returns, the kernel there has usually dealt with it. */
  send(bytes: Uint8Array): void;
}

export interface Witness {
  readonly clock: RunClock;
  readonly ledger: Ledger;
  readonly causes: Causes;
}

export interface CableOptions {
  /** What becomes of each frame. */
  readonly judge: Judge;
  /** How fast each link is, each way; undefined: a frame takes no time. */
  readonly kilobitsPerSecond?: number;
}

export interface Cable {
  /**
   * A frame came out of a port. `isLast`: none waits behind it. Only then is its kernel asked: a state that belongs to
   * a later frame must not be told before an earlier one.
   */
  take(from: Port, bytes: Uint8Array, sentUs: number, isLast: boolean): void;
  /** Lets the frame arrive whose turn it is, at a host that is not busy. False: there is none now. */
  deliverNext(): boolean;
  /** When the next frame will be due that is not due yet. */
  readonly nextUs: number | undefined;
  /** Nothing is on its way, and nothing held. */
  readonly isIdle: boolean;
  /** What a hand can deal with, the oldest first. */
  readonly inHand: readonly Travelling[];
  /** Does with a frame in hand what was decided; false: it is not there any more. */
  deal(frame: number, verdict: Verdict): boolean;
  /** What a rule holds need wait no longer. */
  letGo(): void;
}

interface Passage {
  readonly travelling: Travelling;
  readonly from: Port;
  readonly destination: string;
  readonly source: string;
  /** The fact that it was sent. */
  readonly sent: number;
}

interface Held {
  readonly passage: Passage;
  readonly by: 'rule' | 'hand';
  readonly isOver: () => boolean;
}

const AT_ONCE_US = 0;

export function createCable(
  ports: readonly Port[],
  { judge, kilobitsPerSecond }: CableOptions,
  { clock, ledger, causes }: Witness,
): Cable {
  const agenda = createAgenda();
  const rate = createLinkRate(kilobitsPerSecond);
  const middles = switchesOf(ports);
  let held: readonly Held[] = [];
  let count = 0;
  let delivered = 0;

  /** A frame has reached the middle of the cable. */
  function decide(passage: Passage, verdict: Verdict, dueUs: number): void {
    const { travelling, sent } = passage;
    const when = { at: clock.nowUs(), cause: sent };
    switch (verdict.kind) {
      case 'pass':
        return forward(passage, sent, dueUs);
      case 'drop':
        ledger.record(droppedFact(travelling, verdict.reason, when));
        return;
      case 'duplicate': {
        const { reason } = verdict;
        const doubled = ledger.record(handledFact(travelling, { kind: 'frame.duplicated', reason }, when));
        forward(passage, doubled, dueUs);
        forward(passage, doubled, dueUs);
        return;
      }
      case 'delay': {
        const { ms, reason } = verdict;
        ledger.record(handledFact(travelling, { kind: 'frame.delayed', ms, reason }, when));
        const laterUs = when.at + ms * 1000;
        agenda.add(laterUs, () => forward(passage, sent, laterUs));
        return;
      }
      case 'hold': {
        const { by, isOver, reason } = verdict;
        if (isOver()) return forward(passage, sent, dueUs);
        ledger.record(handledFact(travelling, { kind: 'frame.held', reason }, when));
        held = [...held, { passage, by, isOver }];
        return;
      }
    }
  }

  /** From the middle of the cable to whomever it is for. */
  function forward(passage: Passage, cause: number, dueUs: number): void {
    const { bytes } = passage.travelling.frame;
    const middle = middles.get(passage.from.cable);
    for (const receiver of receiversOf(passage)) {
      // Two hosts share one wire, which it has left behind; from a switch another one leads to its receiver.
      const arrivesUs = middle ? rate.passedUs(`to ${receiver.host}`, bytes.length, dueUs) : dueUs;
      agenda.add(arrivesUs, () => deliver(passage, receiver, cause), receiver.isBusy);
    }
  }

  function receiversOf({ travelling, from, source, destination, sent }: Passage): readonly Port[] {
    const middle = middles.get(from.cable);
    if (!middle) return addressed(from, destination);
    const at = clock.nowUs();
    const { to, hasLearned, isFlooded } = middle.forward({ source, destination }, from, at);
    const base = { at, actor: 'cable', source: 'wire', cause: sent } as const;
    if (hasLearned) ledger.record({ ...base, kind: 'switch.learned', mac: source, host: from.host });
    if (isFlooded) ledger.record({ ...base, kind: 'switch.flooded', frame: travelling.number, to: namesOf(to) });
    return to;
  }

  /** The port with this address; all others for a group address. */
  function addressed(from: Port, destination: string): readonly Port[] {
    const isMeant = ({ mac }: Port) => isGroup(destination) || mac === destination;
    return ports.filter((port) => port !== from && port.cable === from.cable && isMeant(port));
  }

  function deliver({ travelling, destination }: Passage, receiver: Port, cause: number): void {
    const at = clock.nowUs();
    receiver.watch.sample(at);
    const fact = ledger.record(deliveredFact({ ...travelling, to: receiver.host }, { at, cause }));
    if (travelling.segment) causes.delivered(receiver.host, travelling.segment, fact);
    receiver.send(travelling.frame.bytes);
    receiver.watch.sample(at, fact);
    // A copy that a switch has flooded to somebody else is not what others wait for.
    if (isGroup(destination) || receiver.mac === destination) judge.arrived(travelling.number);
    delivered++;
  }

  /** Right after what they waited for, before anything else. */
  function release(isReleased: (one: Held) => boolean): void {
    if (held.length === 0) return;
    const released = held.filter(isReleased);
    held = held.filter((one) => !released.includes(one));
    for (const { passage } of released) forward(passage, passage.sent, AT_ONCE_US);
  }

  return {
    take(from, bytes, sentUs, isLast) {
      const frame = decodeFrame(bytes);
      const segment = segmentOf(frame);
      const { source, destination } = ethernetOf(frame) ?? { source: from.mac, destination: '' };
      const to = namesOf(addressed(from, destination));
      const travelling: Travelling = { number: ++count, from: from.host, to, frame, segment };
      const cause = segment ? causes.ofSent(from.host, segment) : causes.ofDatagram(from.host);
      if (isLast) from.watch.sample(sentUs, cause);
      const sent = ledger.record(sentFact(travelling, { at: sentUs, ...because(cause) }));
      const passage: Passage = { travelling, from, source, destination, sent };
      const verdict = judge.judge(travelling);
      const reachesUs = rate.passedUs(`from ${from.host}`, bytes.length, Math.min(sentUs, clock.nowUs()));
      agenda.add(reachesUs, () => decide(passage, verdict, reachesUs));
    },
    deliverNext() {
      const before = delivered;
      do release(({ isOver }) => isOver());
      while (delivered === before && agenda.next(clock.nowUs()));
      return delivered > before;
    },
    get nextUs() {
      return agenda.nextUs(clock.nowUs());
    },
    get isIdle() {
      return agenda.isEmpty && held.length === 0;
    },
    get inHand() {
      return held.filter(({ by }) => by === 'hand').map(({ passage }) => passage.travelling);
    },
    deal(frame, verdict) {
      const found = held.find(({ passage, by }) => by === 'hand' && passage.travelling.number === frame);
      if (!found) return false;
      held = held.filter((one) => one !== found);
      decide(found.passage, verdict, clock.nowUs());
      return true;
    },
    letGo: () => release(({ by }) => by === 'rule'),
  };
}

/** A cable with more than two ends has one in its middle. */
function switchesOf(ports: readonly Port[]): ReadonlyMap<string, Switch<Port>> {
  const names = new Set(ports.map(({ cable }) => cable));
  const shared = [...names].map((name) => ports.filter(({ cable }) => cable === name));
  return new Map(
    shared.filter(({ length }) => length > 2).map((ends) => [ends[0]?.cable ?? '', createSwitch(ends)] as const),
  );
}

function namesOf(ports: readonly Port[]): string {
  return ports.map(({ host }) => host).join(',');
}

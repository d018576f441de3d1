// A run by hand, as the cable sees it: what waits for the hand, what it is offered, and what comes of its choices. Not
// to choose is to hold. The kernels' own timers go on meanwhile; what they send again is held as well.
import {
  BY_HAND,
  FRAME_ACTS,
  type FrameAct,
  frameChoice,
  HAND_DELAY_MS,
  type Holds,
  LET_THE_REST_PASS,
  parseFrameChoice,
  type StepChoice,
} from '@lockstep/lab';
import { describeFrame } from '@lockstep/packet';
import type { RunClock } from '../native/clock.ts';
import type { Report } from '../programs/report.ts';
import type { Cable } from './cable.ts';
import type { Travelling } from './frame-facts.ts';
import type { Message } from './message.ts';
import type { Verdict } from './verdict.ts';

export interface Hand {
  /** What becomes of a frame that no rule is about. */
  readonly verdict: () => Verdict;
  /** Keeps the report of a call that is about to be made; `goOn` is called when the hand lets it. False: not kept. */
  keeps(host: string, report: Report, goOn: (report: Report) => void): boolean;
  /** A program has ended: it stands before no call. */
  forget(host: string): void;
  choose(choice: number): void;
  /** Tells what can be chosen, when that has changed. */
  offer(): void;
}

export interface HandOptions {
  /** Undefined: nobody lets anything go. */
  readonly holds: Holds | undefined;
  /** Their programs are numbered from 1, in this order. */
  readonly hosts: readonly string[];
  readonly clock: RunClock;
  readonly cable: () => Cable | undefined;
  readonly send: (message: Message) => void;
}

interface Standing {
  readonly report: Extract<Report, { kind: 'entered' }>;
  readonly goOn: (report: Report) => void;
}

/** More than a hand can overlook; those that are released make room for others. */
const MOST_OFFERED = 64;

export function createHand({ holds, hosts, clock, cable, send }: HandOptions): Hand {
  const standing = new Map<string, Standing>();
  let isHolding = holds !== undefined;
  let answered = 0;
  let told = '';

  function choices(): readonly StepChoice[] {
    const calls = hosts.flatMap((host, index): StepChoice[] => {
      const report = standing.get(host)?.report;
      const operation = report && `${report.call}(${report.detail})`;
      return operation === undefined ? [] : [{ thread: index + 1, actor: host, operation, enabled: true }];
    });
    const frames = (cable()?.inHand ?? []).slice(0, MOST_OFFERED).flatMap(choicesOf);
    const rest: StepChoice = {
      thread: LET_THE_REST_PASS,
      actor: 'cable',
      operation: 'let the rest pass',
      enabled: true,
    };
    return [...calls, ...frames, rest];
  }

  function letCallGo(host: string | undefined): void {
    const stood = host === undefined ? undefined : standing.get(host);
    if (host === undefined || !stood) return;
    standing.delete(host);
    // It is made now, not when the program came to it.
    stood.goOn({ ...stood.report, atUs: clock.nowUs() });
  }

  return {
    verdict: () =>
      isHolding && holds !== 'calls'
        ? { kind: 'hold', by: 'hand', isOver: () => !isHolding, reason: BY_HAND }
        : { kind: 'pass' },
    keeps(host, report, goOn) {
      if (!isHolding || holds === 'frames' || report.kind !== 'entered') return false;
      standing.set(host, { report, goOn });
      return true;
    },
    forget: (host) => standing.delete(host),
    choose(choice) {
      answered++;
      const chosen = parseFrameChoice(choice);
      if (choice === LET_THE_REST_PASS) {
        isHolding = false;
        for (const host of hosts) letCallGo(host);
      } else if (chosen) cable()?.deal(chosen.frame, verdictOf(chosen.act));
      else letCallGo(hosts[choice - 1]);
    },
    offer() {
      if (!isHolding) return;
      const message: Message = { kind: 'offer', choices: choices(), answered };
      const text = JSON.stringify(message);
      if (text === told) return;
      told = text;
      send(message);
    },
  };
}

function choicesOf(travelling: Travelling): readonly StepChoice[] {
  const { number, from } = travelling;
  const operation = nameOf(travelling);
  return FRAME_ACTS.map((act) => ({
    thread: frameChoice(number, act),
    actor: `${from}.kernel`,
    operation,
    enabled: true,
    frame: number,
    act,
  }));
}

function nameOf({ frame, segment }: Travelling): string {
  if (!segment) return describeFrame(frame);
  const { flags, sequence, payloadLength } = segment.header;
  return `${flags.join(',')} seq=${sequence}${payloadLength > 0 ? ` len=${payloadLength}` : ''}`;
}

function verdictOf(act: FrameAct): Verdict {
  switch (act) {
    case 'deliver':
      return { kind: 'pass' };
    case 'drop':
    case 'duplicate':
      return { kind: act, reason: BY_HAND };
    case 'delay':
      return { kind: 'delay', ms: HAND_DELAY_MS, reason: BY_HAND };
  }
}

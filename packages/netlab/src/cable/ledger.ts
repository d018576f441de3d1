// The cable's process is the one witness of a run: every frame, every look at a kernel and every report of a program
// passes through its single thread. So the order in which it writes facts down is the order in which it let them
// happen, and nothing has to be merged afterwards.
import type { Fact } from '@lockstep/trace';
import type { Message } from './message.ts';

export interface Ledger {
  /**
   * Writes a fact down; returns its number, by which later ones name it as their `cause`, or -1 when there is no more
   * room. Time never runs backwards: a stamp that lies a little before the last fact's is moved up to it.
   */
  record(fact: Fact): number;
  /** When the last fact was, in microseconds since the run began. */
  readonly lastUs: number;
  /** Sends on what was written since. */
  flush(): void;
  /** Tells how many facts there was no room for, sends on the rest, and takes no more. */
  close(atUs: number): void;
}

const NOT_RECORDED = -1;

/** @param maxFacts what comes later is only counted. */
export function createLedger(maxFacts: number, send: (text: string) => void): Ledger {
  let count = 0;
  let dropped = 0;
  let lastUs = 0;
  let lines = '';
  let isClosed = false;

  function write(fact: Fact): number {
    lastUs = Math.max(lastUs, fact.at);
    lines += `${JSON.stringify({ kind: 'fact', fact: { ...fact, at: lastUs } } satisfies Message)}\n`;
    return count++;
  }

  function flush(): void {
    if (lines !== '') send(lines);
    lines = '';
  }

  return {
    flush,
    get lastUs() {
      return lastUs;
    },
    record(fact) {
      if (isClosed) return NOT_RECORDED;
      if (count < maxFacts || fact.kind === 'run.ended') return write(fact);
      dropped++;
      return NOT_RECORDED;
    },
    close(atUs) {
      if (dropped > 0)
        write({ at: atUs, actor: 'cable', kind: 'run.dropped', source: 'derived', where: 'recorder', count: dropped });
      flush();
      isClosed = true;
    },
  };
}

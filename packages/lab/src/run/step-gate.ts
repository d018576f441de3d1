// Where a stepped run and its learner meet. The scenario offers who could go and waits; the learner asks. Clicks that
// come before the scenario is ready wait their turn, and each is judged by the choices of the moment at which it is
// taken, so that a quick second click is neither lost nor grants what is no longer possible.
import type { StepChoice } from '../scenario.ts';
import { Refused } from './refused.ts';

export interface StepGate {
  /** True while the scenario waits for the learner. */
  readonly isWaiting: boolean;
  offer(choices: readonly StepChoice[]): void;
  /** For the scenario: the learner's next choice. */
  next(): Promise<number>;
  /** For the learner: settles when the step is taken. Rejects with `Refused` when it cannot be. */
  ask(thread: number): Promise<void>;
  /** Nobody steps any more: rejects all who wait. */
  close(reason: Error): void;
}

interface Asked {
  readonly thread: number;
  readonly take: () => void;
  readonly refuse: (refusal: Refused) => void;
}

interface Waiting {
  readonly go: (thread: number) => void;
  readonly abort: (reason: Error) => void;
}

const MAX_ASKED = 8;

/** @param onWaiting told whenever the scenario begins or ends to wait for the learner. */
export function createStepGate(onWaiting: (isWaiting: boolean) => void): StepGate {
  let choices: readonly StepChoice[] = [];
  let waiting: Waiting | undefined;
  let closedBy: Error | undefined;
  const asked: Asked[] = [];

  function match(): void {
    while (waiting) {
      const first = asked.shift();
      if (!first) return;
      const choice = choices.find(({ thread }) => thread === first.thread);
      if (choice?.enabled) {
        const { go } = waiting;
        waiting = undefined;
        choices = [];
        onWaiting(false);
        first.take();
        go(first.thread);
      } else first.refuse(new Refused('not-now', whyNot(first.thread, choice)));
    }
  }

  return {
    get isWaiting() {
      return waiting !== undefined;
    },
    offer(offered) {
      choices = offered;
    },
    next() {
      if (closedBy) return Promise.reject(closedBy);
      return new Promise((go, abort) => {
        waiting = { go, abort };
        onWaiting(true);
        match();
      });
    },
    ask(thread) {
      if (closedBy) return Promise.reject(new Refused('ended', 'this run is over'));
      if (asked.length >= MAX_ASKED)
        return Promise.reject(new Refused('too-fast', `${MAX_ASKED} steps are still waiting to be taken`));
      return new Promise((take, refuse) => {
        asked.push({ thread, take, refuse });
        match();
      });
    },
    close(reason) {
      closedBy ??= reason;
      choices = [];
      waiting?.abort(reason);
      waiting = undefined;
      for (const { refuse } of asked.splice(0)) refuse(new Refused('ended', 'this run is over'));
    },
  };
}

function whyNot(thread: number, choice: StepChoice | undefined): string {
  if (!choice) return `there is no thread ${thread} to let go`;
  return `thread ${thread} has to wait${choice.reason === undefined ? '' : `: ${choice.reason}`}`;
}

// A queue in which nobody waits behind a neighbour who asked for many (start-time fair queueing, Goyal, Vin and Cheng,
// SIGCOMM 1996, with all weights equal). Each run gets the number of a turn when it arrives: the present turn, or the one
// after its client's last. Lower turns go first, and within a turn who came first. The present turn is that of the last
// run that started, so a late comer has no claim on turns that passed.

export interface FairQueue<Q> {
  readonly size: number;
  add(client: string, item: Q): void;
  remove(item: Q): void;
  /** Takes out the one whose turn it is. */
  take(): Q | undefined;
  /** Those who wait, in the order in which they would be taken now. */
  inOrder(): readonly Q[];
}

export function createFairQueue<Q>(): FairQueue<Q> {
  let waiting: readonly { readonly item: Q; readonly turn: number }[] = [];
  let presentTurn = 0;
  const nextTurns = new Map<string, number>();

  function forgetPastTurns(): void {
    for (const [client, turn] of nextTurns) if (turn <= presentTurn) nextTurns.delete(client);
  }

  return {
    get size() {
      return waiting.length;
    },
    add(client, item) {
      const turn = Math.max(presentTurn, nextTurns.get(client) ?? 0);
      nextTurns.set(client, turn + 1);
      waiting = [...waiting, { item, turn }].toSorted((a, b) => a.turn - b.turn);
    },
    remove(item) {
      waiting = waiting.filter((candidate) => candidate.item !== item);
    },
    take() {
      const [first, ...rest] = waiting;
      if (!first) return undefined;
      waiting = rest;
      presentTurn = first.turn;
      forgetPastTurns();
      return first.item;
    },
    inOrder: () => waiting.map(({ item }) => item),
  };
}

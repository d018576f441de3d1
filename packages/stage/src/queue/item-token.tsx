import { type QueueItem, type Trace, threadNumber } from '@lockstep/trace';
import { actorColour, colourClass } from '../actor-colour.ts';

/** The usual sign that there is nothing more to come. */
export function isPill(item: { readonly text: string }): boolean {
  return item.text === 'None';
}

interface ItemTokenProps {
  readonly trace: Trace;
  readonly item: QueueItem;
  readonly isNow?: boolean;
  readonly isLinked?: boolean;
}

/** An item in the colour of the thread that put it, with that thread's number; a poison pill is a pill. */
export function ItemToken({ trace, item, isNow = false, isLinked = false }: ItemTokenProps) {
  return (
    <span
      className={`ls-item ${colourClass(actorColour(trace, item.putBy))}`}
      data-pill={isPill(item) || undefined}
      data-now={isNow || undefined}
      data-linked={isLinked || undefined}
    >
      <b>{item.text}</b>
      <i aria-hidden="true">{threadNumber(item.putBy) ?? ''}</i>
    </span>
  );
}

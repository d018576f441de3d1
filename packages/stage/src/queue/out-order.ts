import { assertNever, type QueueItem, type QueueOrder } from '@lockstep/trace';

/** The items in the order in which `get` would hand them out. */
export function outOrder(inside: readonly QueueItem[], order: QueueOrder): readonly QueueItem[] {
  switch (order) {
    case 'fifo':
      return inside;
    case 'lifo':
      return inside.toReversed();
    case 'priority':
      return inside.toSorted((a, b) => compareItems(a.text, b.text));
    default:
      return assertNever(order);
  }
}

/** As Python compares what is printed so: numbers and tuples number by number, text letter by letter. */
export function compareItems(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [one, other] = [left[index] as string, right[index] as string];
    const difference = Number(one) - Number(other);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
    if (Number.isNaN(difference) && one !== other) return one < other ? -1 : 1;
  }
  return left.length - right.length;
}

function partsOf(text: string): readonly string[] {
  return text.replaceAll(/^\(|\)$/g, '').split(/,\s*/);
}

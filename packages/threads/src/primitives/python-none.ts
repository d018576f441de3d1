/**
 * Python's None where threads hand integers to each other: the poison pill that ends a consumer, the result of a job
 * that returns nothing. It is the smallest of the 32-bit integers, which is no longer a number then.
 */
export const NONE = -0x80000000;

/** An integer, or `NONE`, as events show it. */
export function textOf(item: number, show: (item: number) => string = String): string {
  return item === NONE ? 'None' : show(item);
}

/**
 * Writes on a promise what has become of it, as `use` reads it: what has come by the time that it is drawn is drawn at
 * once. React would else show something in its place, and that for 300 ms at least.
 */
export function readable<T>(coming: Promise<T>): Promise<T> {
  coming.then(
    (value) => Object.assign(coming, { status: 'fulfilled', value }),
    () => undefined,
  );
  return coming;
}

/** Remembers values up to a total cost; what was not asked for the longest is forgotten first. */
export interface RecentlyUsed<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  delete(key: string): void;
}

/** @param costOf 1 for each by default, so that `capacity` is a count. */
export function createRecentlyUsed<V>(capacity: number, costOf: (value: V) => number = () => 1): RecentlyUsed<V> {
  // A Map keeps the order in which its keys came.
  const values = new Map<string, V>();
  let cost = 0;

  function remove(key: string): void {
    const value = values.get(key);
    if (value === undefined) return;
    cost -= costOf(value);
    values.delete(key);
  }

  return {
    get(key) {
      const value = values.get(key);
      if (value === undefined) return undefined;
      values.delete(key);
      values.set(key, value);
      return value;
    },
    set(key, value) {
      remove(key);
      values.set(key, value);
      cost += costOf(value);
      for (const oldest of values.keys()) {
        if (cost <= capacity) break;
        remove(oldest);
      }
    },
    delete: remove,
  };
}

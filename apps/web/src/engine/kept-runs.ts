// Runs made in this page are kept in the browser's own database, so that a reload or a bookmark finds them again. They stay
// until later ones push them out; where there is no database they last as long as the page.
const DATABASE = 'lockstep';
const STORE = 'runs';
const KEPT = 50;
/** A long run is written when it is over, a short one also on the way. */
const LONGEST_ON_THE_WAY = 256 * 1024;
const EVERY_MS = 500;

interface Kept {
  readonly run: string;
  readonly keptAtMs: number;
  readonly recording: string;
}

const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Writes a recording at once when it is over, else after a while. */
export function keepRun(run: string, recording: () => string, isOver: boolean): void {
  if (!isOver && waiting.has(run)) return;
  clearTimeout(waiting.get(run));
  waiting.set(
    run,
    setTimeout(
      () => {
        waiting.delete(run);
        const text = recording();
        if (isOver || text.length < LONGEST_ON_THE_WAY) void write({ run, keptAtMs: Date.now(), recording: text });
      },
      isOver ? 0 : EVERY_MS,
    ),
  );
}

/** The recording of a run that this browser made; undefined when it is not kept. */
export async function keptRun(run: string): Promise<string | undefined> {
  try {
    const found = await settled<Kept | undefined>((await store('readonly')).get(run));
    return found?.recording;
  } catch {
    return undefined;
  }
}

async function write(kept: Kept): Promise<void> {
  try {
    const runs = await store('readwrite');
    runs.put(kept);
    const keys = await settled(runs.index('keptAtMs').getAllKeys());
    for (const key of keys.slice(0, -KEPT)) runs.delete(key);
  } catch (error) {
    console.warn('a run is not kept', error);
  }
}

async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(STORE, { keyPath: 'run' }).createIndex('keptAtMs', 'keptAtMs');
  };
  const database = await settled(opening);
  const transaction = database.transaction(STORE, mode);
  transaction.oncomplete = () => database.close();
  transaction.onabort = () => database.close();
  return transaction.objectStore(STORE);
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

// What the page knows of the library: the runs that it asked for so far, and what was done last. The query itself stands
// in the address.
import type { LibraryChange, LibraryQuery, LibraryRun } from '@lockstep/lab';
import { create } from 'zustand';
import { type Answer, addRecording, changeRun, deleteRun, fetchPage, restoreRun } from './ask-library.ts';

/** What was done last, to be told and perhaps undone. */
type Deed =
  | { readonly kind: 'deleted' | 'removed' | 'restored' | 'added'; readonly run: LibraryRun }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

export interface LibraryState {
  readonly status: 'loading' | 'ready' | 'not-yours' | 'unreachable';
  readonly query: LibraryQuery;
  readonly runs: readonly LibraryRun[];
  readonly next: string | undefined;
  readonly total: number;
  readonly labs: Readonly<Record<string, number>>;
  readonly unread: number;
  readonly isFetching: boolean;
  readonly isAdding: boolean;
  readonly deed: Deed | undefined;
  /** Runs to be compared, at most two. */
  readonly chosen: readonly LibraryRun[];
  /** The first page of a query; what was there stays until it has come. */
  readonly load: (query: LibraryQuery) => Promise<void>;
  readonly loadMore: () => Promise<void>;
  readonly change: (run: LibraryRun, change: LibraryChange) => Promise<void>;
  readonly delete: (run: LibraryRun) => Promise<void>;
  readonly restore: (run: LibraryRun) => Promise<void>;
  readonly add: (file: Blob) => Promise<void>;
  readonly choose: (run: LibraryRun) => void;
  readonly chooseNone: () => void;
  readonly forgetDeed: () => void;
}

export const useLibrary = create<LibraryState>()((set, get) => {
  let asked = 0;
  /** How many runs were changed or deleted: a list that was asked for before the last one may not know of it. */
  let changes = 0;

  function refused(answer: Exclude<Answer<unknown>, { kind: 'told' }>): void {
    if (answer.kind === 'unreachable') set({ deed: { kind: 'refused', code: 'unreachable', message: '' } });
    else set({ deed: answer });
  }

  function without(run: LibraryRun): void {
    set(({ runs, total, chosen }) => ({
      runs: runs.filter((one) => one.run !== run.run),
      total: total - 1,
      chosen: chosen.filter((one) => one.run !== run.run),
    }));
  }

  async function load(query: LibraryQuery): Promise<void> {
    const mine = ++asked;
    const before = changes;
    set({ query, isFetching: true });
    const answer = await fetchPage(query);
    if (mine !== asked) return;
    if (changes !== before) return load(query);
    set({ isFetching: false });
    switch (answer.kind) {
      case 'told': {
        const { runs, next, total, labs, unread } = answer.value;
        return set({ status: 'ready', runs, next, total, labs, unread });
      }
      case 'refused':
        // Only an address that somebody has changed by hand asks for what cannot be.
        return answer.code === 'not-yours' ? set({ status: 'not-yours' }) : void load({});
      case 'unreachable':
        return set({ status: 'unreachable' });
    }
  }

  return {
    status: 'loading',
    query: {},
    runs: [],
    next: undefined,
    total: 0,
    labs: {},
    unread: 0,
    isFetching: false,
    isAdding: false,
    deed: undefined,
    chosen: [],
    load,
    async loadMore() {
      const { next, query, isFetching } = get();
      if (next === undefined || isFetching) return;
      const mine = ++asked;
      set({ isFetching: true });
      const answer = await fetchPage({ ...query, after: next });
      if (mine !== asked) return;
      set({ isFetching: false });
      if (answer.kind !== 'told') return refused(answer);
      set(({ runs }) => {
        const known = new Set(runs.map(({ run }) => run));
        const more = answer.value.runs.filter(({ run }) => !known.has(run));
        return { runs: [...runs, ...more], next: answer.value.next, total: answer.value.total };
      });
    },
    async change(run, change) {
      const answer = await changeRun(run.run, change);
      if (answer.kind !== 'told') return refused(answer);
      changes += 1;
      set(({ runs }) => ({ runs: runs.map((one) => (one.run === run.run ? answer.value : one)) }));
    },
    async delete(run) {
      const { query } = get();
      const answer = await deleteRun(run.run);
      if (answer.kind !== 'told') return refused(answer);
      changes += 1;
      set({ deed: { kind: run.deletedAt === undefined ? 'deleted' : 'removed', run } });
      // Of another list, such as the bin, nobody knows what it holds now.
      if (get().query === query) without(run);
      else await load(get().query);
    },
    async restore(run) {
      const answer = await restoreRun(run.run);
      if (answer.kind !== 'told') return refused(answer);
      set({ deed: { kind: 'restored', run: answer.value } });
      await load(get().query);
    },
    async add(file) {
      set({ isAdding: true });
      const answer = await addRecording(file);
      set({ isAdding: false });
      if (answer.kind !== 'told') return refused(answer);
      set({ deed: { kind: 'added', run: answer.value } });
      await load(get().query);
    },
    choose(run) {
      set(({ chosen }) => ({
        chosen: chosen.some((one) => one.run === run.run)
          ? chosen.filter((one) => one.run !== run.run)
          : [...chosen.slice(-1), run],
      }));
    },
    chooseNone: () => set({ chosen: [] }),
    forgetDeed: () => set({ deed: undefined }),
  };
});

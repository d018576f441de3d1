import type { Lab, RunStatus, Selection } from '@lockstep/lab';
import type { Mode, Source, Spacing, Trace } from '@lockstep/trace';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RunRef } from '../compare/compare-address.ts';
import { formOf } from './knob-form.ts';
import * as moves from './moves.ts';
import { clampRange, type PlayRange } from './play-range.ts';
import { type Answer, initialState, isRunning, type Line, type Origin, type PlayerState } from './player-state.ts';
import type { StripMark } from './strip-mark.ts';
import type { Trouble } from './trouble.ts';

/** One open lab: its state and all that can be done to it. */
export interface Player {
  readonly store: StoreApi<PlayerState>;
  readonly seek: (cursor: number) => void;
  readonly move: (move: (state: PlayerState) => moves.Change) => void;
  readonly answer: (prediction: string, given: Answer) => void;
  readonly select: (selection: Partial<Selection>) => void;
  readonly toggleSource: (source: Source) => void;
  readonly changeSpeed: (faster: boolean) => void;
  readonly setSpacing: (spacing: Spacing) => void;
  readonly setRelative: (relative: boolean) => void;
  /** Begins to play, where that can be. */
  readonly play: () => void;
  readonly setRange: (range: Partial<PlayRange>) => void;
  readonly mark: (marks: readonly StripMark[]) => void;
  readonly toggleProjector: () => void;
  readonly setMode: (mode: Mode) => void;
  readonly setKnob: (knob: string, text: string) => void;

  /** A run or a recording is on its way. */
  readonly await: (waiting: PlayerState['waiting']) => void;
  /** Shows a trace from its start, or from the step that was asked for. It plays once no question stands before it. */
  readonly open: (trace: Trace, origin: Origin, options?: OpenOptions) => void;
  /** Shows what somebody else looks at in this very trace: no question stands before it, and nothing plays by itself. */
  readonly show: (place: ShownPlace) => void;
  /** Whether what comes after the cursor waits for an answer of the class. */
  readonly holdFuture: (holdsFuture: boolean) => void;
  /** Takes up a live run; its trace comes with its first frame. */
  readonly follow: (run: {
    readonly token: string | undefined;
    readonly isPinned: boolean;
    readonly asks: boolean;
    readonly forkOf?: RunRef | undefined;
  }) => void;
  readonly grow: (trace: Trace, status: RunStatus) => void;
  readonly setStatus: (status: RunStatus) => void;
  readonly setLine: (line: Line) => void;
  readonly fail: (trouble: Trouble | undefined) => void;
}

export interface OpenOptions {
  readonly step?: number | undefined;
  readonly plays?: boolean;
  readonly selection?: Selection | undefined;
  readonly range?: Partial<PlayRange> | undefined;
}

export type ShownPlace = Pick<
  PlayerState,
  'cursor' | 'pinned' | 'selection' | 'spacing' | 'relative' | 'sources' | 'mode' | 'form'
>;

export function createPlayer(lab: Lab): Player {
  const store = createStore<PlayerState>()(() => initialState(lab));
  const set = (change: moves.Change): void => store.setState(change);
  const { getState: now } = store;

  return {
    store,
    seek: (cursor) => set(moves.seek(now(), cursor)),
    move: (move) => set(move(now())),
    answer: (prediction, given) => set(moves.answer(now(), prediction, given)),
    select: (selection) => set(moves.select(now(), selection)),
    toggleSource: (source) => set(moves.toggleSource(now(), source)),
    changeSpeed: (faster) => set(moves.changeSpeed(now(), faster)),
    setSpacing: (spacing) => set({ spacing }),
    setRelative: (relative) => set({ relative }),
    play: () => {
      if (!now().playing) set(moves.togglePlaying(now()));
    },
    setRange: (range) => set({ range: clampRange(range, now().length) }),
    mark: (marks) => set({ marks }),
    toggleProjector: () => set({ projector: !now().projector }),
    setMode: (mode) => set({ mode }),
    setKnob: (knob, text) => set({ form: { ...now().form, [knob]: text } }),

    await: (waiting) => set({ waiting, trouble: undefined }),
    open: (trace, origin, { step, plays = false, selection = {}, range } = {}) =>
      set({
        ...formFor(lab, trace),
        origin,
        trace,
        length: trace.length,
        status: undefined,
        token: undefined,
        waiting: undefined,
        trouble: undefined,
        cursor: Math.min(step ?? range?.from ?? 0, trace.length),
        pinned: false,
        playing: plays,
        selection,
        range: range && clampRange(range, trace.length),
        marks: [],
        forkOf: undefined,
        swap: undefined,
        asks: origin === 'golden' && step === undefined && range === undefined,
      }),
    show: ({ cursor, pinned, ...place }) =>
      set({
        ...place,
        cursor: pinned && isRunning(now()) ? now().length : Math.min(cursor, now().length),
        pinned: pinned && isRunning(now()),
        playing: false,
        asks: false,
      }),
    holdFuture: (holdsFuture) => set({ holdsFuture }),
    follow: ({ token, isPinned, asks, forkOf }) =>
      set({
        origin: 'live',
        trace: undefined,
        length: 0,
        status: { state: 'queued' },
        token,
        waiting: 'run',
        trouble: undefined,
        cursor: 0,
        pinned: isPinned,
        playing: false,
        selection: {},
        range: undefined,
        marks: [],
        forkOf,
        swap: undefined,
        asks,
      }),
    grow(trace, status) {
      const isNew = now().trace !== trace;
      set({
        ...(isNew ? formFor(lab, trace) : {}),
        ...moves.grown({ ...now(), trace }, { trace, length: trace.length, status }),
      });
      if (isOver(status)) set({ pinned: false });
    },
    setStatus: (status) => set({ status, ...(isOver(status) ? { pinned: false } : {}) }),
    setLine: (line) => set({ line }),
    fail: (trouble) => set({ trouble, waiting: undefined, ...(now().trace ? {} : { status: undefined }) }),
  };
}

function isOver({ state }: RunStatus): boolean {
  return state === 'ended' || state === 'failed';
}

/**
 * The form shows what the run on screen was made with, ready to be changed for the next one. But rules that stood in
 * for a hand, in a golden recording by hand, are not the learner's: the next run waits for theirs.
 */
function formFor(lab: Lab, { header }: Trace): Pick<PlayerState, 'mode' | 'form'> {
  const isHandsOwn = header.golden === true && header.mode === 'stepped';
  const knobs = Object.entries(header.knobs).filter(([id]) => !isHandsOwn || !isRules(lab, id));
  return { mode: header.mode, form: formOf(lab.knobs, Object.fromEntries(knobs)) };
}

function isRules(lab: Lab, id: string): boolean {
  return lab.knobs.some((knob) => knob.id === id && knob.kind === 'rules');
}

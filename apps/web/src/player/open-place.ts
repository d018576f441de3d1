import type { Lab } from '@lockstep/lab';
import { findEvent, type Mode, type Trace } from '@lockstep/trace';
import { useOpenedFile } from '../files/opened-file.ts';
import { fetchGolden, fetchRecording } from '../live/server-pages.ts';
import type { Bench } from './bench.ts';
import type { Place } from './place.ts';
import type { OpenOptions, Player } from './player.ts';

/** Shows what the address asks for: a file just opened, a run, a schedule to be replayed, or the lab's own recording. */
export async function openPlace(bench: Bench, place: Place, wantsRun: boolean): Promise<void> {
  const { player, session } = bench;
  const { lab } = player.store.getState();
  const { opened } = useOpenedFile.getState();
  player.setSpacing(place.spacing);
  player.setRelative(place.relative);
  fillForm(player, place);

  if (opened?.trace.header.lab === lab.id) player.open(opened.trace, 'file');
  else if (place.run !== undefined) await openRun(bench, place.run, place);
  else if (place.schedule && place.mode === 'stepped') await session.prove(place.schedule);
  else if (wantsRun || asksForRules(lab, place)) await bench.run();
  else {
    await openGolden(bench, place.mode, pointsOf(place));
    fillForm(player, place);
  }
}

/** Shows a place that was left a while ago, on a page that shows something else by now. */
export async function reopen(bench: Bench, place: Place): Promise<void> {
  bench.session.leave();
  if (place.run !== undefined) await openRun(bench, place.run, place);
  else await openGolden(bench, place.mode, pointsOf(place));
}

function pointsOf({ step, selection, range }: Pick<Place, 'step' | 'selection' | 'range'>): OpenOptions {
  return { step, selection, range };
}

/** What is pointed at in another run need not be in this one. */
function within(trace: Trace, options: OpenOptions = {}): OpenOptions {
  const { actor, frame, field, stage } = options.selection ?? {};
  const hasActor = trace.header.actors.some(({ id }) => id === actor);
  const hasFrame =
    frame !== undefined && findEvent(trace, (event) => 'frame' in event && event.frame === frame) !== undefined;
  return {
    ...options,
    selection: {
      ...(hasActor ? { actor } : {}),
      ...(hasFrame ? { frame } : {}),
      ...(field === undefined || (frame !== undefined && !hasFrame) ? {} : { field }),
      ...(stage === undefined ? {} : { stage }),
    },
  };
}

/** Rules of the cable in the address are a run to be made, as a schedule of threads is. */
function asksForRules(lab: Lab, { mode, knobs }: Place): boolean {
  return mode === 'stepped' && lab.knobs.some(({ id, kind }) => kind === 'rules' && knobs[id] !== undefined);
}

/** What the address says of the next run goes before what the recording was made with. */
function fillForm(player: Player, { mode, knobs }: Place): void {
  const { lab } = player.store.getState();
  if (mode && lab.modes.includes(mode)) player.setMode(mode);
  for (const [knob, text] of Object.entries(knobs)) player.setKnob(knob, text);
}

/** The recording that belongs to the lab, so that a page is not empty before its first run. Undefined: something else came first. */
export async function openGolden(
  { player }: Bench,
  mode?: Mode,
  options?: OpenOptions,
): Promise<'shown' | 'none' | undefined> {
  player.await('recording');
  const golden = await fetched(() => fetchGolden(player.store.getState().lab.id, mode), player.fail, 'the recording');
  if (golden === 'failed' || player.store.getState().waiting !== 'recording') return undefined;
  if (golden) player.open(golden, 'golden', within(golden, options));
  else player.await(undefined);
  return golden ? 'shown' : 'none';
}

/**
 * Takes up what somebody else shows: a run, or the golden recording of a mode.
 * @param isWanted asked again when it has come: meanwhile they may have gone on to another.
 */
export async function takeUp(
  bench: Pick<Bench, 'player' | 'session'>,
  { run, mode }: { readonly run?: string | undefined; readonly mode: Mode },
  isWanted: () => boolean,
): Promise<void> {
  const { player, session } = bench;
  session.leave();
  if (run !== undefined) return openRun(bench, run, {}, isWanted);
  player.await('recording');
  const golden = await fetched(() => fetchGolden(player.store.getState().lab.id, mode), player.fail, 'the recording');
  if (golden === 'failed' || !isWanted()) return;
  if (golden) player.open(golden, 'golden');
  else player.await(undefined);
}

async function openRun(
  { player, session }: Pick<Bench, 'player' | 'session'>,
  run: string,
  place: Pick<Place, 'step' | 'selection' | 'range'>,
  isWanted = () => player.store.getState().waiting === 'recording',
): Promise<void> {
  player.await('recording');
  const { step } = place;
  const trace = await fetched(() => fetchRecording(run), player.fail, run);
  if (trace === 'failed' || !isWanted()) return;
  if (trace && isOver(trace)) return player.open(trace, 'recording', within(trace, pointsOf(place)));
  // Taken up before it is watched: its first frame may come with the answer.
  player.follow({ token: undefined, isPinned: true, asks: false });
  if (trace) player.grow(trace, { state: 'running' });
  if (trace && place.selection) player.select(within(trace, place).selection ?? {});
  if (trace && place.range) player.setRange(place.range);
  if (step !== undefined) player.seek(step);
  if (await session.watch(run, trace)) return;
  if (trace) player.open(trace, 'recording', within(trace, pointsOf(place)));
  else player.fail({ kind: 'unknown-run', run });
}

function isOver(trace: Trace): boolean {
  const end = trace.length === 0 ? undefined : trace.kindAt(trace.length - 1);
  return end === 'run.ended' || end === 'run.failed';
}

async function fetched(
  fetchIt: () => Promise<Trace | undefined>,
  fail: Bench['player']['fail'],
  from: string,
): Promise<Trace | undefined | 'failed'> {
  try {
    return await fetchIt();
  } catch (error) {
    console.error(error);
    const isRecordingError = error instanceof Error && error.name === 'RecordingError';
    fail(isRecordingError ? { kind: 'bad-recording', from, message: error.message } : { kind: 'unreachable' });
    return 'failed';
  }
}

import { outcomeOf, type RunReply, type Trial } from '@lockstep/lab';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { labWith } from '../labs/labs.ts';
import type { AnyRefusal, Unreachable } from '../live/connection.ts';
import { type Bench, useBench, usePlayer } from '../player/bench.ts';
import { takeUp } from '../player/open-place.ts';
import { askedWords } from '../words/asked-words.ts';
import { troubleWords } from '../words/trouble-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { classSession } from './class-session.ts';
import { useClass } from './class-state.ts';
import { FoldedCard } from './folded-card.tsx';
import { Histogram } from './histogram.tsx';
import { outcomeBars } from './outcome-bars.ts';

/** Everyone runs it: one press for a real run of one's own, and how all of them came out. */
export function TrialCard({ isDesk }: { readonly isDesk: boolean }) {
  const words = useWords(askedWords);
  const say = useSay();
  const trial = useClass((state) => state.trial);
  const { act } = classSession();
  if (!trial) return undefined;
  const lab = labWith(trial.lab);
  const { queued, running, over } = trial;
  return (
    <FoldedCard title={words.trial} short={words.over(over)}>
      <p>{words.trialText(lab ? say(lab.title) : trial.lab)}</p>
      {queued + running > 0 ? <p className="aside">{words.underWay(queued, running)}</p> : undefined}
      <OwnRun trial={trial} />
      <Outcomes trial={trial} />
      {isDesk ? (
        <p className="card-acts">
          {trial.state === 'open' ? (
            <button type="button" className="btn sm" onClick={() => void act({ kind: 'close-trial' })}>
              {words.closeTrial}
            </button>
          ) : undefined}
          <button type="button" className="btn sm" onClick={() => void act({ kind: 'dismiss-trial' })}>
            {words.dismiss}
          </button>
        </p>
      ) : undefined}
    </FoldedCard>
  );
}

function OwnRun({ trial }: { readonly trial: Trial }) {
  const words = useWords(askedWords);
  const trouble = useWords(troubleWords);
  const bench = useBench();
  const [, navigate] = useLocation();
  const own = useClass(({ me }) => me?.run);
  const [isStarting, setIsStarting] = useState(false);
  const [problem, setProblem] = useState<AnyRefusal>();
  const { isShown, status } = usePlayer((state) => ({
    isShown: own !== undefined && (state.trace?.header.run === own || state.waiting === 'run'),
    status: state.status,
  }));

  async function run(): Promise<void> {
    setIsStarting(true);
    setProblem(undefined);
    const reply = await classSession().runTrial();
    setIsStarting(false);
    if (reply.ok) showOwn(bench, trial, reply, navigate);
    else setProblem(reply);
  }

  if (own === undefined) {
    return (
      <>
        {trial.state === 'open' ? (
          <button type="button" className="btn ink" disabled={isStarting} onClick={() => void run()}>
            {isStarting ? words.starting : words.runMine}
          </button>
        ) : (
          <p className="aside">{words.trialClosed}</p>
        )}
        {problem ? (
          <p role="alert">{problem.code === 'unreachable' ? trouble.unreachable : trouble.refusals[problem.code]}</p>
        ) : undefined}
      </>
    );
  }
  if (!isShown) {
    return (
      <button type="button" className="btn sm" onClick={() => openOutcome(bench, trial, own, navigate)}>
        {words.showMine}
      </button>
    );
  }
  return (
    <p role="status">
      {status?.state === 'queued' && status.place !== undefined ? words.place(status.place) : undefined}
      {status?.state === 'running' ? words.running : undefined}
    </p>
  );
}

function Outcomes({ trial }: { readonly trial: Trial }) {
  const words = useWords(askedWords);
  const say = useSay();
  const bench = useBench();
  const [, navigate] = useLocation();
  const ownRun = useClass(({ me }) => me?.run);
  const { lab, trace } = usePlayer((state) => ({ lab: state.lab, trace: state.trace, length: state.length }));
  const shown = ownRun !== undefined && trace?.header.run === ownRun ? outcomeOf(lab, trace) : undefined;
  const [kept, setKept] = useState<{ readonly run: string; readonly value: string }>();
  // Remembered when other runs are looked at afterwards.
  if (ownRun !== undefined && shown && kept?.run !== ownRun) setKept({ run: ownRun, value: shown.value.en });
  const own = kept?.run === ownRun ? kept?.value : undefined;
  if (trial.outcomes.length === 0) return <p className="aside">{words.noOutcome}</p>;
  return (
    <Histogram
      label={words.outcomes}
      bars={outcomeBars(trial.outcomes, {
        say,
        expected: words.expected,
        more: ({ value, run }) => ({
          note: run === ownRun || value.en === own ? words.yourRun : undefined,
          onPick: () => openOutcome(bench, trial, run, navigate),
        }),
      })}
    />
  );
}

type Navigate = (path: string) => void;

/** One's own run is one's own to look at: whoever follows does so no more. */
function showOwn(
  { player, session }: Bench,
  { lab }: Trial,
  { run, token }: Exclude<RunReply | Unreachable, { ok: false }>,
  navigate: Navigate,
): void {
  leaveFollowing();
  if (player.store.getState().lab.id !== lab) return navigate(`/labs/${lab}?run=${run}`);
  session.leave();
  player.follow({ token, isPinned: true, asks: false });
  void session.watch(run);
}

function openOutcome(bench: Bench, { lab, mode }: Trial, run: string, navigate: Navigate): void {
  leaveFollowing();
  if (bench.player.store.getState().lab.id !== lab) return navigate(`/labs/${lab}?run=${run}`);
  void takeUp(bench, { run, mode }, () => true);
}

function leaveFollowing(): void {
  if (useClass.getState().me?.isDriver === false) classSession().setFollowing(false);
}

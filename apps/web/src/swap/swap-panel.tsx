import { sentenceOf } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { useLocation } from 'wouter';
import { useBench, usePlayer } from '../player/bench.ts';
import { openPrediction } from '../player/player-state.ts';
import type { StripMark } from '../player/strip-mark.ts';
import { useSettings } from '../settings/settings.ts';
import { hasRealThreads } from '../site.ts';
import { StripSign } from '../transport/strip-marks.tsx';
import { playerWords } from '../words/player-words.ts';
import { swapWords } from '../words/swap-words.ts';
import { useWords } from '../words/use-words.ts';
import { dropSwap, pickForSwap } from './pick-for-swap.ts';
import { answerTo } from './swap-answer.ts';
import { canReplay, type SwapTest } from './swap-test.ts';
import { whenOver } from './when-over.ts';

/** Two events, and whether they could have come in the other order. */
export function SwapPanel() {
  const words = useWords(swapWords);
  const { player } = useBench();
  const { trace, swap, cursor, isHidden } = usePlayer((state) => ({
    trace: state.trace,
    swap: state.swap,
    cursor: state.cursor,
    isHidden:
      openPrediction(state) !== undefined ||
      state.holdsFuture ||
      !isSwappable(state.trace) ||
      state.lab.modes.length === 0,
  }));
  if (!trace || isHidden) return undefined;
  const picks = (
    <button
      type="button"
      className="tog"
      aria-keyshortcuts="s"
      disabled={cursor === 0}
      onClick={() => void pickForSwap(player)}
    >
      {swap?.kind === 'picking'
        ? swap.first === cursor - 1
          ? words.another
          : words.second(cursor)
        : words.first(cursor)}{' '}
      <kbd className="key" aria-hidden="true">
        s
      </kbd>
    </button>
  );
  return (
    <section className="panel-box swap" aria-labelledby="swap-title">
      <div className="cap schedule-head" id="swap-title">
        {words.title}
        {swap ? (
          <button type="button" className="tog" onClick={() => dropSwap(player)}>
            {words.drop}
          </button>
        ) : undefined}
      </div>
      {swap ? <Picked trace={trace} swap={swap} /> : <p className="aside">{words.hint}</p>}
      {picks}
    </section>
  );
}

function isSwappable(trace: Trace | undefined): boolean {
  return trace !== undefined && trace.header.mode !== 'batch' && trace.header.mode !== 'search';
}

function Picked({ trace, swap }: { readonly trace: Trace; readonly swap: SwapTest }) {
  const words = useWords(swapWords);
  if (swap.kind === 'picking')
    return (
      <>
        <StepLine trace={trace} seq={swap.first} sign="first" />
        <p className="aside">{words.goOn}</p>
      </>
    );
  const { earlier, later, order, verdict } = swap;
  const answer = answerTo(swap);
  return (
    <>
      <StepLine trace={trace} seq={earlier} sign="first" />
      <StepLine trace={trace} seq={later} sign="second" />
      <p className="swap-answer" role="status">
        {words.answers[answer.kind](answer)}
      </p>
      {order.forced ? (
        <ol className="swap-chain" aria-label={words.chain}>
          <StepLine trace={trace} seq={earlier} />
          {order.chain.map(({ seq, by }) => (
            <StepLine key={seq} trace={trace} seq={seq} tie={words.ties[by]} />
          ))}
        </ol>
      ) : undefined}
      {verdict !== 'asking' &&
      verdict !== 'unreachable' &&
      (verdict?.order === 'free' || verdict?.order === 'instead') ? (
        <RunSwapped trace={trace} schedule={verdict.schedule} />
      ) : undefined}
    </>
  );
}

interface StepLineProps {
  readonly trace: Trace;
  readonly seq: number;
  readonly sign?: StripMark['sign'];
  readonly tie?: string;
}

function StepLine({ trace, seq, sign, tie }: StepLineProps) {
  const words = useWords(playerWords);
  const language = useSettings((settings) => settings.language);
  const { player } = useBench();
  const lab = usePlayer((state) => state.lab);
  const Line = sign ? 'p' : 'li';
  return (
    <Line className="swap-step">
      {sign ? <StripSign sign={sign} /> : undefined}
      <span>
        {tie === undefined ? undefined : <i>{tie} </i>}
        <button type="button" className="step-link" onClick={() => player.seek(seq + 1)}>
          {words.stepLink(seq + 1)}
        </button>{' '}
        {sentenceOf(trace.event(seq), { lab, trace, language })}
      </span>
    </Line>
  );
}

/** Runs the found schedule, on real threads where there are such, and when that run is over shows both side by side. */
function RunSwapped({ trace, schedule }: { readonly trace: Trace; readonly schedule: readonly number[] }) {
  const words = useWords(swapWords);
  const { player, session } = useBench();
  const [, navigate] = useLocation();
  async function run(): Promise<void> {
    await session.replayFork(schedule);
    const link = await whenOver(player);
    if (link !== undefined) navigate(link);
  }
  if (!canReplay(trace)) return <p className="aside">{words.onlyStepped}</p>;
  return (
    <button type="button" className="btn sm" onClick={() => void run()}>
      {hasRealThreads ? words.run : words.runModel}
    </button>
  );
}

import { hasRealThreads, site } from '../site.ts';
import { troubleWords } from '../words/trouble-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { useBench, usePlayer } from './bench.ts';
import { parsePlace } from './place.ts';
import { isRunning } from './player-state.ts';
import type { Trouble } from './trouble.ts';

/** What is wrong just now, and what can be done about it. */
export function Notices() {
  const words = useWords(troubleWords);
  const { player } = useBench();
  const { trouble, isLost } = usePlayer((state) => ({
    trouble: state.trouble,
    isLost: state.line === 'lost' && (isRunning(state) || state.waiting === 'run'),
  }));
  return (
    <div className="notices">
      {isLost ? (
        <p className="notice" role="status">
          {words.lost}
        </p>
      ) : undefined}
      {trouble ? (
        <div className="notice" role="alert">
          <TroubleText trouble={trouble} />
          <TroubleActs trouble={trouble} />
          <button type="button" className="tog" onClick={() => player.fail(undefined)}>
            {words.dismiss}
          </button>
        </div>
      ) : undefined}
    </div>
  );
}

function TroubleText({ trouble }: { readonly trouble: Trouble }) {
  const words = useWords(troubleWords);
  const say = useSay();
  switch (trouble.kind) {
    case 'refused':
      if (site === 'static' && trouble.code === 'unknown-lab') return <Said text={words.missing.server.only} />;
      return <Said text={words.refusals[trouble.code]} detail={trouble.message} />;
    case 'needs-link':
      return <Said text={words.needsLink} />;
    case 'run-failed':
      return <Said text={words.failed} detail={trouble.message} />;
    case 'unreachable':
      return <Said text={(site === 'static' ? words.here : words).unreachable} />;
    case 'unknown-run':
      return <Said text={(site === 'static' ? words.here : words).unknownRun(trouble.run)} />;
    case 'bad-recording':
      return <Said text={words.badRecording(trouble.from)} detail={trouble.message} />;
    case 'missing':
      return (
        <Said
          text={words.missing[trouble.need][trouble.isPlayed ? 'played' : 'only']}
          detail={[trouble.why, trouble.remedy && say(trouble.remedy)].filter(Boolean).join(' · ')}
        />
      );
  }
}

function Said({ text, detail }: { readonly text: string; readonly detail?: string | undefined }) {
  return (
    <p>
      {text}
      {detail ? <span className="notice-detail m">{detail}</span> : undefined}
    </p>
  );
}

function TroubleActs({ trouble }: { readonly trouble: Trouble }) {
  const words = useWords(troubleWords);
  const { run, session } = useBench();
  if (trouble.kind === 'unknown-run') {
    const { mode, schedule } = parsePlace(location.search);
    const canReplay = mode === 'stepped' && schedule !== undefined;
    return (
      <button type="button" className="btn sm" onClick={() => void (canReplay ? session.replay(schedule) : run())}>
        {canReplay ? (hasRealThreads ? words : words.here).replaySchedule : words.runAgain}
      </button>
    );
  }
  if (trouble.kind !== 'unreachable' && trouble.kind !== 'run-failed') return undefined;
  return (
    <button type="button" className="btn sm" onClick={() => void run()}>
      {words.again}
    </button>
  );
}

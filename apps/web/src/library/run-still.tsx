import type { Lab, LibraryRun } from '@lockstep/lab';
import { SOURCES, type Trace } from '@lockstep/trace';
import { memo, type ReactNode, Suspense, useEffect, useState } from 'react';
import { QuietBoundary } from '../frame/quiet-boundary.tsx';
import { useWidth } from '../frame/use-width.ts';
import { labViews, useLab } from '../labs/lab-parts.ts';
import { labWith } from '../labs/labs.ts';
import { useSettings } from '../settings/settings.ts';
import { RunStrip } from './run-strip.tsx';
import { knownTrace, requestTrace } from './stills.ts';

/** A longer run is not fetched for the sake of a small picture: its strip is drawn. */
const MOST_EVENTS = 1500;
/** The picture is drawn so wide, as on a small page, and then made smaller, to the height of the card's figure. */
const DRAWN_WIDTH = 760;
const FIGURE_HEIGHT = 164;

const SELECTED_NOTHING = {};
const ALL_SOURCES = new Set<string>(SOURCES);
const stayStill = (): void => undefined;

interface DrawnProps {
  readonly run: LibraryRun;
  /** Where it cannot be drawn. */
  readonly instead: ReactNode;
}

/** The lab's own picture of a run where it tells most, or, of a run too long for that, its strip. */
export const RunStill = memo(function RunStill({ run }: { readonly run: LibraryRun }) {
  const strip = <RunStrip strip={run.strip} />;
  const canBeDrawn = run.events > 0 && run.events <= MOST_EVENTS && run.state !== 'running' && labWith(run.lab);
  if (!canBeDrawn || run.deletedAt !== undefined) return strip;
  return (
    <QuietBoundary instead={strip}>
      <Suspense fallback={undefined}>
        <DrawnRun run={run} instead={strip} />
      </Suspense>
    </QuietBoundary>
  );
});

/** Nothing else is asked for here: a component that waits for its lab must not have other state. */
function DrawnRun({ run, instead }: DrawnProps) {
  const lab = useLab(run.lab);
  return lab ? <FetchedRun lab={lab} run={run} instead={instead} /> : instead;
}

function FetchedRun({ lab, run, instead }: DrawnProps & { readonly lab: Lab }) {
  const trace = useTrace(run.run);
  if (trace === 'missing') return instead;
  return trace ? <SmallView lab={lab} trace={trace} /> : undefined;
}

function SmallView({ lab, trace }: { readonly lab: Lab; readonly trace: Trace }) {
  const View = labViews[lab.id];
  const language = useSettings((settings) => settings.language);
  const [box, width] = useWidth<HTMLDivElement>(DRAWN_WIDTH / 2);
  const scale = width / DRAWN_WIDTH;
  if (!View) return undefined;
  return (
    <div ref={box} className="run-drawn" inert aria-hidden="true">
      <div style={{ width: DRAWN_WIDTH, height: FIGURE_HEIGHT / scale, transform: `scale(${scale})` }}>
        <View
          lab={lab}
          trace={trace}
          cursor={tellingStep(lab, trace)}
          length={trace.length}
          language={language}
          spacing="logical"
          relative
          showFuture={false}
          selection={SELECTED_NOTHING}
          compact
          sources={ALL_SOURCES}
          onSelect={stayStill}
          onSeek={stayStill}
        />
      </div>
    </div>
  );
}

/** The last of the lab's moments that the run has; its end where it has none. */
function tellingStep(lab: Lab, trace: Trace): number {
  const found = lab.moments.flatMap((moment) => moment.find(trace) ?? []);
  return found.length === 0 ? trace.length : Math.max(...found) + 1;
}

/** Undefined until it is known. */
function useTrace(run: string): Trace | 'missing' | undefined {
  const [trace, setTrace] = useState<Trace | 'missing' | undefined>(() => knownTrace(run));
  useEffect(
    () => (trace === undefined ? requestTrace(run, (got) => setTrace(got ?? 'missing')) : undefined),
    [run, trace],
  );
  return trace;
}

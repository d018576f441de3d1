import { Program } from '@lockstep/stage';
import { useEffect, useState } from 'react';
import { type Listings, loadListings } from '../labs/lab-parts.ts';
import { usePlayer } from '../player/bench.ts';
import { blankTrace } from '../player/blank-trace.ts';
import { useSettings } from '../settings/settings.ts';
import { frameWords } from '../words/frame-words.ts';
import { useWords } from '../words/use-words.ts';

/** The program that runs, with the line that each one is on. */
export function ProgramPanel() {
  const words = useWords(frameWords);
  const language = useSettings((settings) => settings.language);
  const { lab, trace, length, cursor } = usePlayer((state) => ({
    lab: state.lab,
    trace: state.trace,
    length: state.length,
    cursor: state.cursor,
  }));
  const [program, setProgram] = useState<Listings>();
  useEffect(() => {
    let isCurrent = true;
    loadListings(lab).then((loaded) => isCurrent && setProgram(loaded), console.error);
    return () => {
      isCurrent = false;
    };
  }, [lab]);
  if (!program) return <p className="side-note aside">{words.loading}</p>;
  return (
    <Program
      trace={trace ?? blankTrace(lab)}
      length={length}
      cursor={cursor}
      language={language}
      name={(actor) => lab.actorName(actor)[language]}
      program={program}
    />
  );
}

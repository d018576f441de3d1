import type { Trace } from '@lockstep/trace';
import { useEffect, useState } from 'react';
import { classSession } from '../class/class-session.ts';
import { startFollowing } from '../class/following.ts';
import { NothingOpened } from '../files/nothing-opened.tsx';
import { useOpenedFile } from '../files/opened-file.ts';
import { useTitle } from '../frame/use-title.ts';
import { BenchProvider } from '../player/bench.ts';
import { createBench } from '../player/create-bench.ts';
import { startPlayback } from '../player/playback.ts';
import { captureWords } from '../words/capture-words.ts';
import { useWords } from '../words/use-words.ts';
import { CAPTURE } from './capture-id.ts';
import { captureLab } from './capture-lab.ts';
import { CaptureScreen } from './capture-screen.tsx';
import '../player/player.css';
import './capture.css';

/** A capture that was opened from a file. It belongs to no lab, and nothing can be run here. */
export function CapturePage() {
  const words = useWords(captureWords);
  useTitle(words.page);
  const trace = useOpenedFile(({ opened }) => (opened?.trace.header.lab === CAPTURE ? opened.trace : undefined));
  return trace ? (
    <CapturePlayer key={keyOf(trace)} trace={trace} />
  ) : (
    <NothingOpened title={words.none} text={words.noneText} />
  );
}

function CapturePlayer({ trace }: { readonly trace: Trace }) {
  const [bench] = useState(() => createBench(captureLab(trace.header)));
  useTitle(trace.header.run);

  useEffect(() => {
    const { player } = bench;
    const stopPlayback = startPlayback(player);
    // A class is told that its driver looks at something of their own; nobody can follow here.
    const stopFollowing = startFollowing(bench, classSession(), false);
    player.open(trace, 'file');
    return () => {
      stopFollowing();
      stopPlayback();
    };
  }, [bench, trace]);

  return (
    <BenchProvider value={bench}>
      <CaptureScreen />
    </BenchProvider>
  );
}

let count = 0;
const keys = new WeakMap<Trace, number>();

/** Every trace gets a player of its own: another conversation begins at its first step. */
function keyOf(trace: Trace): number {
  const key = keys.get(trace) ?? ++count;
  keys.set(trace, key);
  return key;
}

import { useEffect, useState } from 'react';
import { ErrorBoundary } from '../frame/error-boundary.tsx';
import { useTitle } from '../frame/use-title.ts';
import { type Bench, BenchProvider } from '../player/bench.ts';
import { startPlayback } from '../player/playback.ts';
import { createPlayer } from '../player/player.ts';
import { frameWords } from '../words/frame-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { FileScreen } from './file-screen.tsx';
import { noSession } from './no-session.ts';
import { type RecordedPage, readPage } from './read-page.ts';
import '../player/player.css';

type Reading = { readonly page: RecordedPage } | { readonly problem: string } | undefined;

/** The page of one recording, which lies in the page itself. */
export function FilePage() {
  const [reading, setReading] = useState<Reading>();
  useEffect(() => {
    readPage(document).then(
      (page) => setReading({ page }),
      (error: unknown) => {
        console.error(error);
        setReading({ problem: error instanceof Error ? error.message : String(error) });
      },
    );
  }, []);
  if (!reading) return undefined;
  if ('problem' in reading) return <Problem message={reading.problem} />;
  return (
    <ErrorBoundary>
      <Recorded page={reading.page} />
    </ErrorBoundary>
  );
}

function Recorded({ page }: { readonly page: RecordedPage }) {
  const say = useSay();
  useTitle(say(page.lab.title));
  const [bench] = useState(() => createFileBench(page));
  useEffect(() => startPlayback(bench.player), [bench]);
  return (
    <BenchProvider value={bench}>
      <div className="page">
        <FileScreen />
      </div>
    </BenchProvider>
  );
}

function createFileBench({ lab, trace }: RecordedPage): Bench {
  const player = createPlayer(lab);
  player.open(trace, 'file');
  return { player, session: noSession, capabilities: async () => undefined, run: async () => undefined };
}

function Problem({ message }: { readonly message: string }) {
  const words = useWords(frameWords);
  return (
    <main className="plate" role="alert">
      <h1>{words.cannotOpen(location.pathname.split('/').at(-1) ?? '')}</h1>
      <p className="m">{message}</p>
    </main>
  );
}

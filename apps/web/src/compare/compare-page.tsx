import { useEffect, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { Loading } from '../frame/loading.tsx';
import { Plate } from '../frame/plate.tsx';
import { useTitle } from '../frame/use-title.ts';
import type { Bench } from '../player/bench.ts';
import { compareWords } from '../words/compare-words.ts';
import { frameWords } from '../words/frame-words.ts';
import { useWords } from '../words/use-words.ts';
import { type CompareAddress, parseCompare, serializeCompare } from './compare-address.ts';
import { CompareScreen } from './compare-screen.tsx';
import { type Absence, loadSide } from './load-side.ts';
import type { Side } from './pair-state.ts';
import '../player/player.css';
import './compare.css';

/** Two runs side by side. */
export function ComparePage() {
  const words = useWords(compareWords);
  useTitle(words.title);
  const address = parseCompare(useSearch());
  // Another meeting of the same two runs is no reason to fetch them again.
  return <Comparison key={serializeCompare({ ...address, at: { kind: 'fork' } })} address={address} />;
}

type Loaded = Readonly<Record<Side, Bench | Absence>>;

function Comparison({ address }: { readonly address: CompareAddress }) {
  const [initial] = useState(address);
  const [loaded, setLoaded] = useState<Loaded>();

  useEffect(() => {
    let isWanted = true;
    let benches: Loaded | undefined;
    const { lab } = initial;
    void Promise.all([loadSide(initial.left, lab), loadSide(initial.right, lab)]).then(([left, right]) => {
      benches = { left, right };
      if (isWanted) setLoaded(benches);
      else letGo(benches);
    });
    return () => {
      isWanted = false;
      if (benches) letGo(benches);
    };
  }, [initial]);

  if (!loaded) return <Loading />;
  const { left, right } = loaded;
  if (typeof left === 'string' || typeof right === 'string') return <NotBoth left={left} right={right} />;
  return <CompareScreen benches={{ left, right }} at={address.at} address={address} />;
}

function letGo({ left, right }: Loaded): void {
  for (const bench of [left, right]) if (typeof bench !== 'string') bench.session.dispose();
}

function NotBoth({ left, right }: Loaded) {
  const words = useWords(compareWords);
  const frame = useWords(frameWords);
  return (
    <Plate title={words.notBoth}>
      {(['left', 'right'] as const).map((side) => {
        const absence = { left, right }[side];
        return typeof absence === 'string' ? (
          <p key={side}>
            {words.sides[side]}
            {words.colon}
            {words.absent[absence]}
          </p>
        ) : undefined;
      })}
      <div className="plate-acts">
        <Link className="btn" href="/">
          {frame.toCourse}
        </Link>
      </div>
    </Plate>
  );
}

import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { bindKeys } from '../frame/bind-keys.ts';
import { Brand } from '../frame/brand.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { ThemeSwitch } from '../frame/theme-switch.tsx';
import { useMedia } from '../frame/use-media.ts';
import type { Bench } from '../player/bench.ts';
import { compareWords } from '../words/compare-words.ts';
import { useWords } from '../words/use-words.ts';
import { type CompareAddress, type Meeting, serializeCompare } from './compare-address.ts';
import { createPair } from './create-pair.ts';
import { Differences } from './differences.tsx';
import { MeetingChoice } from './meeting-choice.tsx';
import { pairKeys } from './pair-keys.ts';
import type { Side } from './pair-state.ts';
import { PairTransport } from './pair-transport.tsx';
import { RunSide } from './run-side.tsx';
import { useDifference } from './use-pair.ts';

interface CompareScreenProps {
  readonly benches: Readonly<Record<Side, Bench>>;
  readonly at: Meeting;
  readonly address: CompareAddress;
}

/** What is different, two stages, one transport. */
export function CompareScreen({ benches, at, address }: CompareScreenProps) {
  const words = useWords(compareWords);
  const [, navigate] = useLocation();
  const isNarrow = useMedia('(max-width: 1023px)');
  const [pair] = useState(() => createPair({ left: benches.left.player, right: benches.right.player }, at));
  useEffect(() => pair.start(), [pair]);
  useEffect(() => bindKeys(pairKeys(pair)), [pair]);
  const difference = useDifference(pair);
  const marked = difference?.at;

  useEffect(() => {
    for (const side of ['left', 'right'] as const)
      pair.players[side].mark(marked ? [{ seq: marked[side], sign: 'difference' }] : []);
  }, [pair, marked]);

  function meet(next: Meeting): void {
    pair.meet(next);
    navigate(`/compare${serializeCompare({ ...address, at: next })}`, { replace: true });
  }

  return (
    <div className="compare" data-narrow={isNarrow}>
      <header className="top">
        <Brand isBare={isNarrow} />
        <span className="sep" />
        <h1 className="crumb-lab">{words.title}</h1>
        <span className="grow" />
        {isNarrow ? undefined : <MeetingChoice pair={pair} at={at} onMeet={meet} />}
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      {isNarrow ? (
        <div className="compare-strip">
          <MeetingChoice pair={pair} at={at} onMeet={meet} />
        </div>
      ) : undefined}
      <Differences pair={pair} difference={difference} />
      <main className="compare-sides">
        <RunSide side="left" bench={benches.left} />
        <RunSide side="right" bench={benches.right} />
      </main>
      <PairTransport pair={pair} />
    </div>
  );
}

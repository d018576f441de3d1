import { useEffect, useState } from 'react';
import { presenterWords } from '../words/presenter-words.ts';
import { useWords } from '../words/use-words.ts';
import { clockText } from './clock-text.ts';

/** How long the class has been open. @param openedAt milliseconds since the epoch */
export function ClassClock({ openedAt }: { readonly openedAt: number }) {
  const words = useWords(presenterWords);
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="presenter-clock" role="timer" aria-label={words.elapsed} title={words.elapsed}>
      {clockText(nowMs - openedAt)}
    </span>
  );
}

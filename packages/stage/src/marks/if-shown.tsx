import type { Trace } from '@lockstep/trace';
import type { ReactNode } from 'react';
import { SourceBadge } from '../source-badge.tsx';
import type { Language } from '../text.ts';

interface IfShownProps {
  readonly trace: Trace;
  readonly length: number;
  readonly sources: ReadonlySet<string>;
  readonly language: Language;
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}

const WORDS = { en: 'Facts of this source are hidden:', zh: '此来源的事实已隐藏：' } as const;

/** A drawing whose facts all come from one source, or a word that this source is hidden. */
export function IfShown({ trace, length, sources, language, width, height, children }: IfShownProps) {
  const source = length > 0 ? trace.event(0).source : undefined;
  if (source === undefined || sources.has(source)) return children;
  return (
    <figure className="ls-board" style={{ width, height }} aria-label={WORDS[language]}>
      <p>
        {WORDS[language]} <SourceBadge source={source} language={language} hidden />
      </p>
    </figure>
  );
}

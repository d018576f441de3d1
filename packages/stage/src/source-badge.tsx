import type { Source } from '@lockstep/trace';
import { SOURCE_WORDS } from './source-words.ts';
import type { Language } from './text.ts';

interface SourceBadgeProps {
  readonly source: Source;
  readonly language?: Language;
  /** Its facts are left out of the drawings. */
  readonly hidden?: boolean;
}

/** One word that tells where a fact comes from: solid border observed, dashed derived, dotted on hatch modelled. */
export function SourceBadge({ source, language = 'en', hidden = false }: SourceBadgeProps) {
  return (
    <span
      className="ls-src"
      data-source={source}
      data-hidden={hidden || undefined}
      title={SOURCE_WORDS[source][language]}
    >
      {source}
    </span>
  );
}

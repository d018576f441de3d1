import { SourceBadge } from '@lockstep/stage';
import { frameWords } from '../words/frame-words.ts';
import { useWords } from '../words/use-words.ts';

/** The sentence that explains the badges. */
export function SourceLegend() {
  const { sources } = useWords(frameWords);
  return (
    <p className="legend">
      <span>{sources.told}</span>
      <SourceBadge source="wire" />
      <SourceBadge source="kernel" />
      <SourceBadge source="program" />
      <span>{sources.observed}</span>
      <SourceBadge source="derived" />
      <span>{sources.derived}</span>
      <SourceBadge source="model" />
      <span>{sources.model}</span>
    </p>
  );
}

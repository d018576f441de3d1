import { sentenceOf } from '@lockstep/lab';
import { useBench, usePlayer } from '../player/bench.ts';
import { useSettings } from '../settings/settings.ts';

/** Steps before and after the present one; a long run has too many for a list. */
const AROUND = 40;

/** The run in sentences, about the present step; each goes to its step. */
export function StepList({ label }: { readonly label: string }) {
  const language = useSettings((settings) => settings.language);
  const { player } = useBench();
  const { lab, trace, cursor } = usePlayer((state) => ({
    lab: state.lab,
    trace: state.trace,
    length: state.length,
    cursor: state.cursor,
  }));
  if (!trace) return undefined;
  return (
    <ol className="plain-steps" aria-label={label}>
      {trace.slice(Math.max(0, cursor - AROUND), cursor + AROUND).map((event) => (
        <li key={event.seq} data-now={event.seq + 1 === cursor || undefined}>
          <button type="button" onClick={() => player.seek(event.seq + 1)}>
            <b>{event.seq + 1}</b> <span>{sentenceOf(event, { lab, trace, language })}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

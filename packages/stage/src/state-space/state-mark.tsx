import { assertNever } from '@lockstep/trace';

/** What a state is, as it is drawn. */
export type StateLook = 'start' | 'plain' | 'doomed' | 'good' | 'bad' | 'deadlock';

/** Ends are drawn at least as large as this: they are what one looks for. */
const LEAST_END = 5;

/**
 * A state by its shape: a ring at the start, a dot on the way, a hollow diamond where no good end can be reached any
 * more, a full disc for a good end, a torn disc for a wrong one, a crossed square for a deadlock.
 */
export function StateMark({ look, radius }: { readonly look: StateLook; readonly radius: number }) {
  const end = Math.max(LEAST_END, radius);
  switch (look) {
    case 'start':
      return (
        <>
          <circle r={end + 2} className="ls-state-ring" />
          <circle r={end - 1.5} className="ls-state-dot" />
        </>
      );
    case 'plain':
      return <circle r={radius} className="ls-state-plain" />;
    case 'doomed': {
      const r = Math.max(3.4, radius * 1.15);
      return <path d={`M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z`} className="ls-state-hollow" />;
    }
    case 'good':
      return <circle r={end} className="ls-state-dot" />;
    case 'bad':
      return (
        <>
          <circle r={end + 1.5} className="ls-state-dot" />
          <path d={tear(end + 3)} className="ls-state-tear" />
        </>
      );
    case 'deadlock': {
      const r = end + 0.5;
      return (
        <>
          <rect x={-r} y={-r} width={2 * r} height={2 * r} className="ls-state-ring" />
          <path d={`M${-r} ${-r}L${r} ${r}M${r} ${-r}L${-r} ${r}`} className="ls-state-cross" />
        </>
      );
    }
    default:
      return assertNever(look);
  }
}

/** A crack from top to bottom. */
function tear(r: number): string {
  return `M${r * 0.3} ${-r}L${-r * 0.35} ${-r * 0.25}L${r * 0.4} ${r * 0.2}L${-r * 0.25} ${r}`;
}

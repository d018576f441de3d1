import type { WaitForCycle } from '@lockstep/trace';
import { edgeKey, edgeLine } from './edge-line.ts';
import type { Seat } from './seats.ts';

interface CycleBandProps {
  readonly cycle: WaitForCycle;
  readonly seatOf: ReadonlyMap<string, Seat>;
  readonly radius: number;
  /** Key of the edge that is taken out: there the band is open. */
  readonly without: string | undefined;
  readonly isNow: boolean;
}

/** A box around a cycle: a band with a border that runs through all of its threads and locks. */
export function CycleBand({ cycle, seatOf, radius, without, isNow }: CycleBandProps) {
  const cut = cycle.edges.findIndex((edge) => edgeKey(edge) === without);
  const around = [...cycle.edges.slice(cut + 1), ...cycle.edges.slice(0, cut + 1)];
  const stops = around.flatMap((edge) => seatOf.get(edge.kind === 'wait' ? edge.thread : edge.on) ?? []);
  const [first, ...others] = stops;
  if (!first || others.length === 0) return undefined;
  const ways = [...others, ...(cut < 0 ? [first] : [])].map((to, i) => {
    const { via } = edgeLine(stops[i] as Seat, to, false);
    return `Q${via.x} ${via.y} ${to.x} ${to.y}`;
  });
  const d = `M${first.x} ${first.y}${ways.join('')}${cut < 0 ? 'Z' : ''}`;
  const width = 2 * radius + 16;
  return (
    <g className="ls-cycle-band" data-now={isNow || undefined}>
      <path d={d} className="ls-cycle-border" strokeWidth={width + 3} />
      <path d={d} className="ls-cycle-ground" strokeWidth={width} />
    </g>
  );
}

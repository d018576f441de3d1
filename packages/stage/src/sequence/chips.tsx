import { actorColour, colourClass } from '../actor-colour.ts';
import { sansWidth } from '../text-width.ts';
import { hostsOf, type Pair } from './pair.ts';
import type { SequenceProps } from './sequence-props.ts';
import { sequenceWords } from './words.ts';

const LINE = 30;
const HEIGHT = 22;
const GAP = 8;

interface Chip {
  readonly host: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

type ChipsProps = Pick<SequenceProps, 'trace' | 'name' | 'language' | 'onSelect' | 'width'> & {
  readonly pair: Pair;
  /** The host that the present step is about. */
  readonly present: string | undefined;
};

/** Where the chips stand: in lines, as many as fit in each. */
function chipsOf({
  trace,
  name,
  pair,
  width,
  language,
}: Pick<ChipsProps, 'trace' | 'name' | 'pair' | 'width' | 'language'>): readonly Chip[] {
  const lead = sansWidth(sequenceWords[language].choose, 12) + 12;
  const chips: Chip[] = [];
  let [x, y] = [lead, 0];
  for (const host of hostsOf(trace)) {
    if (host === pair[1]) continue;
    const chipWidth = Math.round(sansWidth(name(host), 12.5) + 30);
    if (x + chipWidth > width && x > lead) [x, y] = [lead, y + LINE];
    chips.push({ host, x, y, width: chipWidth });
    x += chipWidth + GAP;
  }
  return chips;
}

/** Height that the choice of hosts takes; none where there are but two. */
export function chipsHeight(props: Parameters<typeof chipsOf>[0]): number {
  if (hostsOf(props.trace).length <= 2) return 0;
  return (chipsOf(props).at(-1)?.y ?? 0) + LINE + 2;
}

/** Who is drawn against the server: one at a time. */
export function Chips(props: ChipsProps) {
  const { trace, name, language, onSelect, pair, present } = props;
  const words = sequenceWords[language];
  return (
    <g role="radiogroup" aria-label={words.choose}>
      <text x={0} y={15} className="ls-note ls-small">
        {words.choose}
      </text>
      {chipsOf(props).map(({ host, x, y, width }) => {
        const isChosen = host === pair[0];
        const choose = () => onSelect({ actor: programOf(trace, host) });
        return (
          // biome-ignore lint/a11y/useSemanticElements: SVG has no input
          <g
            key={host}
            className={`ls-chip ${colourClass(actorColour(trace, host))}`}
            data-chosen={isChosen || undefined}
            role="radio"
            aria-checked={isChosen}
            aria-label={present === host ? `${name(host)}, ${words.presentHere}` : name(host)}
            tabIndex={0}
            onClick={choose}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              event.stopPropagation();
              choose();
            }}
          >
            <rect x={x + 0.5} y={y + 0.5} width={width - 1} height={HEIGHT - 1} rx={4} className="ls-chip-box" />
            <rect x={x + 9} y={y + 7} width={8} height={8} className="ls-fill" />
            <text x={x + 23} y={y + 15.5} className="ls-chip-text">
              {name(host)}
            </text>
            {present === host && (
              <path d={`M${x + width / 2 - 5} ${y + HEIGHT + 6}l5 -6 5 6z`} className="ls-now-fill" />
            )}
          </g>
        );
      })}
    </g>
  );
}

/** The actor that stands for a host: its program. */
function programOf(trace: SequenceProps['trace'], host: string): string {
  const actors = trace.header.actors.filter((actor) => actor.host === host);
  return (actors.find(({ role }) => role === 'program') ?? actors[0])?.id ?? host;
}

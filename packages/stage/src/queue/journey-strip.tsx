// Where each item went, as a table with a column an item: who put it, what it was, who got it.
import type { QueueItem, Trace } from '@lockstep/trace';
import { ThreadDisc } from '../marks/thread-disc.tsx';
import type { Language } from '../text.ts';
import { ItemToken } from './item-token.tsx';
import { queueWords } from './words.ts';

interface JourneyStripProps {
  readonly trace: Trace;
  readonly language: Language;
  readonly name: (actor: string) => string;
  /** All items so far, in the order of their puts. */
  readonly items: readonly QueueItem[];
  /** Columns that there is room for. */
  readonly most: number;
  /** `seq` of the present step. */
  readonly now: number;
  /** `putAt` of the item that is pointed at. */
  readonly linked: number | undefined;
  readonly onLink: (putAt: number | undefined) => void;
  readonly onSeek: (cursor: number) => void;
}

export function JourneyStrip({ trace, language, name, items, most, now, linked, onLink, onSeek }: JourneyStripProps) {
  const words = queueWords[language];
  const shown = items.slice(-most);
  const earlier = items.length - shown.length;
  const move = { trace, now, onLink, onSeek };
  return (
    <section className="ls-journeys">
      <p className="ls-subtitle">
        {words.journeys}
        {earlier > 0 && <span> {words.earlier(earlier)}</span>}
      </p>
      <table>
        <tbody>
          <tr>
            <th scope="row">{words.putBy}</th>
            {shown.map(({ text, putBy, putAt }) => (
              <td key={putAt}>
                <Move
                  {...move}
                  actor={putBy}
                  seq={putAt}
                  item={putAt}
                  label={words.toPut(text, name(putBy), putAt + 1)}
                />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{words.item}</th>
            {shown.map((item) => (
              <td key={item.putAt} onMouseEnter={() => onLink(item.putAt)} onMouseLeave={() => onLink(undefined)}>
                <ItemToken
                  trace={trace}
                  item={item}
                  isNow={item.putAt === now || item.gotAt === now}
                  isLinked={item.putAt === linked}
                />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{words.gotBy}</th>
            {shown.map(({ text, putAt, gotBy, gotAt }) => (
              <td key={putAt}>
                {gotBy === undefined || gotAt === undefined ? (
                  <span className="ls-journey-open" role="img" aria-label={words.inside}>
                    ·
                  </span>
                ) : (
                  <Move
                    {...move}
                    actor={gotBy}
                    seq={gotAt}
                    item={putAt}
                    label={words.toGot(text, name(gotBy), gotAt + 1)}
                  />
                )}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

interface MoveProps {
  readonly trace: Trace;
  readonly actor: string;
  /** The put or the get. */
  readonly seq: number;
  /** `putAt` of the item. */
  readonly item: number;
  readonly label: string;
  readonly now: number;
  readonly onLink: (putAt: number | undefined) => void;
  readonly onSeek: (cursor: number) => void;
}

/** Who did it; press it to go there. */
function Move({ trace, actor, seq, item, label, now, onLink, onSeek }: MoveProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-current={seq === now ? 'step' : undefined}
      onClick={() => onSeek(seq + 1)}
      onMouseEnter={() => onLink(item)}
      onMouseLeave={() => onLink(undefined)}
      onFocus={() => onLink(item)}
      onBlur={() => onLink(undefined)}
    >
      <ThreadDisc trace={trace} actor={actor} isSmall isNow={seq === now} />
    </button>
  );
}

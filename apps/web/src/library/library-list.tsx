import { useEffect } from 'react';
import { useMedia } from '../frame/use-media.ts';
import { libraryWords } from '../words/library-words.ts';
import { useWords } from '../words/use-words.ts';
import { useLibrary } from './library-state.ts';
import { RunCard } from './run-card.tsx';
import { useShownRows } from './use-shown-rows.ts';

/** All cards have one height, so that where a row stands is known without drawing those before it. */
const CARD_HEIGHT = { mouse: 334, finger: 350 };
const GAP = 32;
const LEAST_WIDTH = 292;

/** The runs as cards. Rows far from the screen are not drawn, and more are fetched before the end is reached. */
export function LibraryList() {
  const words = useWords(libraryWords);
  const { runs, next, total, isFetching } = useLibrary();
  const cardHeight = useMedia('(max-width: 720px)') ? CARD_HEIGHT.finger : CARD_HEIGHT.mouse;
  const [box, { columns, first, end }] = useShownRows(cardHeight + GAP, LEAST_WIDTH, GAP);
  const rows = Math.ceil(runs.length / columns);
  const isNearEnd = next !== undefined && end >= rows - 1;

  useEffect(() => {
    if (isNearEnd && !isFetching) void useLibrary.getState().loadMore();
  }, [isNearEnd, isFetching, runs]);

  return (
    <>
      <div ref={box} className="library-room" style={{ height: rows * (cardHeight + GAP) }}>
        <ul
          className="library-grid"
          style={{
            transform: `translateY(${first * (cardHeight + GAP)}px)`,
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            gridAutoRows: cardHeight,
            gap: GAP,
          }}
        >
          {runs.slice(first * columns, end * columns).map((run, index) => (
            <RunCard key={run.run} run={run} place={first * columns + index + 1} total={total} />
          ))}
        </ul>
      </div>
      {next === undefined ? undefined : <p className="library-more">{words.more}</p>}
    </>
  );
}

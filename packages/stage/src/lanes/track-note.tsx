// Right of the cursor: how a shared object stands now, and who waits for it, each with colour and character.
import { colourClass } from '../actor-colour.ts';
import { sansWidth } from '../text-width.ts';
import { shapeOf } from './floor-plan.ts';
import type { TrackProps } from './track-props.ts';
import { levelAt } from './tracks.ts';
import { laneWords, trackWord } from './words.ts';

const DISC = 17;
const LEFT = 12;

export function TrackNote({ place, view, cursor, language, waiting }: TrackProps) {
  const { track, top, bottom } = place;
  const level = levelAt(track, cursor);
  const middle = (top + bottom) / 2;
  const text = trackWord(track, level, language);
  const twoLines = shapeOf(track.kind) === 'level' && bottom - top >= 42;
  const x = view.nowX + LEFT;
  const textEnd = x + sansWidth(text, 12.5);
  const isWaiting = waiting.length > 0;
  const discsX = (twoLines ? x : textEnd + 14) + 8;
  const discsY = twoLines ? middle + 13 : middle;
  const word = laneWords[language].waitsHere;
  const room = view.to - discsX - sansWidth(word, 12) - 8;
  const most = Math.max(1, Math.floor(room / DISC));
  const shown = waiting.slice(0, waiting.length > most ? most - 1 : most);
  const after = discsX + shown.length * DISC - 4;
  return (
    <g className="ls-track-note">
      <text x={x} y={isWaiting && twoLines ? middle - 1 : middle + 4.5} className="ls-note ls-halo">
        {text}
      </text>
      {shown.map((lane, index) => (
        <g key={lane.actor.id} className={`ls-waiter ${colourClass(lane.actor.colour)}`}>
          <circle cx={discsX + index * DISC} cy={discsY} r={7} className="ls-waiter-disc" />
          <text x={discsX + index * DISC} y={discsY + 3.8} textAnchor="middle" className="ls-waiter-digit">
            {lane.number ?? '0'}
          </text>
        </g>
      ))}
      {isWaiting && (
        <text x={after} y={discsY + 4} className="ls-note ls-small ls-halo">
          {shown.length < waiting.length ? `+${waiting.length - shown.length} ${word}` : word}
        </text>
      )}
    </g>
  );
}

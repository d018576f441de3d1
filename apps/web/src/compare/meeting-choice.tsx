import { compareWords } from '../words/compare-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import type { Meeting } from './compare-address.ts';
import type { Pair } from './create-pair.ts';
import { momentsOfBoth } from './meeting-in.ts';

interface MeetingChoiceProps {
  readonly pair: Pair;
  readonly at: Meeting;
  readonly onMeet: (at: Meeting) => void;
}

/** Where the two stand side by side: at their fork, or at a moment that both have. */
export function MeetingChoice({ pair, at, onMeet }: MeetingChoiceProps) {
  const words = useWords(compareWords);
  const say = useSay();
  const moments = momentsOfBoth(pair.players);
  const chosen = at.kind === 'moment' ? `moment:${at.moment}` : at.kind;
  return (
    <label className="compare-meeting">
      {words.alignedAt}{' '}
      <select
        value={chosen}
        onChange={(event) => {
          const moment = moments.find(({ id }) => event.target.value === `moment:${id}`);
          onMeet(moment ? { kind: 'moment', moment: moment.id } : { kind: 'fork' });
        }}
      >
        <option value="fork">{words.fork}</option>
        {moments.map(({ id, label }) => (
          <option key={id} value={`moment:${id}`}>
            {say(label)}
          </option>
        ))}
        {at.kind === 'steps' ? <option value="steps">{words.steps(at.left, at.right)}</option> : undefined}
      </select>
    </label>
  );
}

import type { TcpConnections, Trace } from '@lockstep/trace';
import { actorColour, colourClass } from '../actor-colour.ts';
import type { StageProps } from '../stage-props.ts';
import type { Language } from '../text.ts';
import { firstFrameOf } from './chosen.ts';
import { tcpStatesWords } from './words.ts';

interface ConnectionChipsProps {
  readonly trace: Trace;
  readonly connections: TcpConnections;
  readonly chosen: number;
  /** The connection that the present step is about. */
  readonly present: number;
  readonly language: Language;
  readonly name: (actor: string) => string;
  readonly onSelect: StageProps['onSelect'];
}

/** Which connection is drawn, where there are several. */
export function ConnectionChips(props: ConnectionChipsProps) {
  const { trace, connections, chosen, present, language, name, onSelect } = props;
  const words = tcpStatesWords[language];
  return (
    <div className="ls-tcp-chips" role="group" aria-label={words.connections}>
      {connections.list.map(({ number, opener }) => (
        <button
          key={number}
          type="button"
          className={colourClass(actorColour(trace, opener.host))}
          aria-pressed={number === chosen}
          aria-label={`${words.choose(number, name(opener.host))}${number === present ? `, ${words.presentHere}` : ''}`}
          onClick={() => onSelect({ frame: firstFrameOf(trace, connections, number), field: undefined })}
        >
          <b>#{number}</b> {`${name(opener.host)}:${opener.port}`}
          {number === present && <i aria-hidden="true">▲</i>}
        </button>
      ))}
    </div>
  );
}

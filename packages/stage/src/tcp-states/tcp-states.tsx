// The state diagram of RFC 9293 as a board game: a token an end, moved by what the kernels say, and where they are
// silent by what the segments imply. The board never changes; what has happened is drawn on it.
import { clampCursor, tcpConnectionsOf, tcpStateMarksOf } from '@lockstep/trace';
import { useMemo } from 'react';
import { actorColour } from '../actor-colour.ts';
import type { StageProps } from '../stage-props.ts';
import { chosenConnection, presentConnection } from './chosen.ts';
import { ConnectionChips } from './connection-chips.tsx';
import { Diagram } from './diagram-figure.tsx';
import { type Journey, journeyOf } from './journey.ts';
import { Standing } from './standing.tsx';
import { tcpStatesWords } from './words.ts';

const NARROW_BELOW = 520;

/** Both ends of a TCP connection on the state diagram. */
export function TcpStates(props: StageProps) {
  const { trace, length, language, name, width, height, sources } = props;
  const cursor = Math.min(clampCursor(trace, props.cursor), length);
  const kernel = sources.has('kernel');
  const segments = sources.has('derived') || !kernel;
  const connections = useMemo(() => tcpConnectionsOf(trace, length), [trace, length]);
  const marks = useMemo(
    () => tcpStateMarksOf(trace, length, { kernel, segments }, connections),
    [trace, length, kernel, segments, connections],
  );
  const words = tcpStatesWords[language];
  const connection = chosenConnection(trace, connections, cursor, props.selection);
  const isNarrow = width < NARROW_BELOW;
  const hosts = connection ? [connection.opener.host, connection.peer.host] : [];
  const ends = hosts.map((host) => journeyOf(marks, host, connection?.number ?? 0, cursor));
  const listeners = listenersAt(marks, cursor, hosts);
  const hasChips = connections.list.length > 1;
  const lines = Math.max(1, Math.ceil((connections.list.length * 132) / width));
  const chipsHeight = hasChips ? 30 * Math.min(2, lines) : 0;
  const standingHeight = isNarrow ? 116 : 106;
  return (
    <figure
      className="ls-tcp-states"
      style={{ width, height }}
      data-narrow={isNarrow || undefined}
      aria-label={words.figure(cursor)}
    >
      {hasChips && (
        <div style={{ height: chipsHeight, overflow: 'auto' }}>
          <ConnectionChips
            trace={trace}
            connections={connections}
            chosen={connection?.number ?? 0}
            present={presentConnection(connections, cursor)?.number ?? 0}
            language={language}
            name={name}
            onSelect={props.onSelect}
          />
        </div>
      )}
      <Diagram
        width={width}
        height={Math.max(200, height - standingHeight - chipsHeight)}
        compact={isNarrow}
        cursor={cursor}
        language={language}
        ends={ends}
        listeners={listeners}
        colourOf={(host) => actorColour(trace, host)}
        letterOf={(host) => letterOf(name(host), host, hosts)}
      />
      <Standing
        trace={trace}
        cursor={cursor}
        connection={connection}
        ends={ends}
        listeners={isNarrow && ends.some(({ moves }) => moves.length > 0) ? [] : listeners}
        language={language}
        name={name}
        letterOf={(host) => letterOf(name(host), host, hosts)}
        height={standingHeight}
      />
    </figure>
  );
}

/** The sockets that listen at the cursor, of these hosts, or of all while there is no connection. */
function listenersAt(
  marks: Parameters<typeof journeyOf>[0],
  cursor: number,
  hosts: readonly string[],
): readonly Journey[] {
  const listening = [...new Set(marks.filter((mark) => mark.connection === 0).map(({ host }) => host))];
  return listening
    .filter((host) => hosts.length === 0 || hosts.includes(host))
    .map((host) => journeyOf(marks, host, 0, cursor))
    .filter(({ moves }) => moves.at(-1)?.to === 'LISTEN' || moves.at(-1)?.seq === cursor - 1);
}

/** The first letter of a name, in upper case; a digit where both ends would have the same. */
function letterOf(name: string, host: string, hosts: readonly string[]): string {
  const first = (text: string) => ([...text.replace(/^the /, '')][0] ?? '').toUpperCase();
  const isAmbiguous = hosts.length === 2 && first(hosts[0] ?? '') === first(hosts[1] ?? '');
  return isAmbiguous ? String(hosts.indexOf(host) + 1) : first(name);
}

// What `ss -tano` would print on each host, and beside it what can be read from the segments alone. Where the two differ
// the kernel knows something that is still on its way, or that never travels.
import { clampCursor } from '@lockstep/trace';
import { actorColour, colourClass } from '../actor-colour.ts';
import { SourceBadge } from '../source-badge.tsx';
import type { StageProps } from '../stage-props.ts';
import { type SocketRow, socketRowsAt } from './rows-at.ts';
import { socketTableWords } from './words.ts';

const NARROW_BELOW = 560;

/** The socket tables of all kernels at the cursor. */
export function SocketTable({ trace, length, cursor, language, name, sources, width, height }: StageProps) {
  const at = Math.min(clampCursor(trace, cursor), length);
  const rows = sources.has('kernel') ? socketRowsAt(trace, at) : [];
  const words = socketTableWords[language];
  const differs = ({ state, implied }: SocketRow) => implied !== undefined && implied !== state;
  return (
    <div className="ls-sockets" data-narrow={width < NARROW_BELOW || undefined} style={{ width, height }}>
      {rows.length === 0 && <p>{words.empty}</p>}
      <table>
        <caption className="ls-unseen">{words.caption(at)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.host}</th>
            <th scope="col">{words.addresses}</th>
            <th scope="col">
              {words.kernelSays} <SourceBadge source="kernel" language={language} />
            </th>
            <th scope="col">
              {words.segmentsImply} <SourceBadge source="derived" language={language} />
            </th>
            <th scope="col" className="ls-sockets-more">
              {words.queues}
            </th>
            <th scope="col">{words.timer}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.socket}
              className={colourClass(actorColour(trace, row.host))}
              data-gone={row.state === 'CLOSED' || undefined}
              data-now={row.isNow || undefined}
            >
              <th scope="row">{name(row.host)}</th>
              <td>
                {row.local}
                <br />→ {row.remote ?? '*'}
              </td>
              <td className="ls-sockets-state">{row.state === 'CLOSED' ? words.gone : row.state}</td>
              <td data-differs={differs(row) || undefined}>
                {sources.has('derived') && row.implied !== undefined ? row.implied : '–'}
              </td>
              <td className="ls-sockets-more">{`${row.sendBytes} / ${row.receiveBytes} B`}</td>
              <td>
                {row.timer
                  ? `${words.timers[row.timer.name] ?? row.timer.name} ${words.seconds((row.timer.leftMs / 1000).toFixed(1))}`
                  : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

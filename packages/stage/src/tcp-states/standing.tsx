import type { TcpConnection, Trace } from '@lockstep/trace';
import { actorColour, colourClass } from '../actor-colour.ts';
import { SourceBadge } from '../source-badge.tsx';
import type { Language } from '../text.ts';
import { becauseOf } from './because.ts';
import { stateAtPlace } from './diagram.ts';
import { type Journey, timeWaitLeftMs } from './journey.ts';
import { tcpStatesWords } from './words.ts';

interface StandingProps {
  readonly trace: Trace;
  readonly cursor: number;
  readonly connection: TcpConnection | undefined;
  readonly ends: readonly Journey[];
  readonly listeners: readonly Journey[];
  readonly language: Language;
  readonly name: (actor: string) => string;
  readonly letterOf: (host: string) => string;
  readonly height: number;
}

/** In words: what moved just now and why, and what the states mean in which the ends are. */
export function Standing(props: StandingProps) {
  const { trace, cursor, connection, ends, listeners, language, name, letterOf, height } = props;
  const words = tcpStatesWords[language];
  const all = [...ends, ...listeners];
  const journey = all.find(({ moves }) => moves.at(-1)?.seq === cursor - 1);
  const move = journey?.moves.at(-1);
  const begun = ends.filter(({ moves }) => moves.length > 0);
  return (
    <div className="ls-tcp-standing" style={{ height }}>
      {journey && move && (
        <p className="ls-tcp-move">
          <b>{words.moves(name(journey.host), stateAtPlace(move.from), stateAtPlace(move.to))}</b>{' '}
          <span>{becauseOf(trace, move, language)}</span>{' '}
          <SourceBadge source={move.witness === 'kernel' ? 'kernel' : 'derived'} language={language} />
        </p>
      )}
      {begun.length === 0 && listeners.length === 0 && <p>{words.notYet}</p>}
      <ul>
        {begun.map((end) => (
          <li key={end.host} className={colourClass(actorColour(trace, end.host))}>
            <i data-implied={end.isImplied || undefined}>{letterOf(end.host)}</i>
            <b>{stateAtPlace(end.place)}</b>
            <span>
              {words.meaning[stateAtPlace(end.place)]}
              {end.isImplied && ` (${words.implied})`}
            </span>
            {end.place === 'TIME-WAIT' && connection && (
              <TimeLeft leftMs={timeWaitLeftMs(trace, cursor, connection, end.host)} language={language} />
            )}
          </li>
        ))}
        {listeners
          .filter(
            ({ host, place }) => place === 'LISTEN' && !ends.some((end) => end.host === host && end.place === place),
          )
          .map(({ host }) => (
            <li key={`${host} listens`} className={colourClass(actorColour(trace, host))}>
              <i data-listener>{letterOf(host)}</i>
              <span>{words.listening}</span>
            </li>
          ))}
      </ul>
    </div>
  );
}

/** How long TIME-WAIT still lasts, in seconds and as a bar of Linux's sixty. */
function TimeLeft({ leftMs, language }: { readonly leftMs: number | undefined; readonly language: Language }) {
  if (leftMs === undefined) return undefined;
  return (
    <span className="ls-tcp-left">
      <svg width={62} height={8} aria-hidden="true">
        <rect x={0.5} y={0.5} width={61} height={7} className="ls-tcp-left-all" />
        <rect x={1} y={1} width={Math.min(60, leftMs / 1000)} height={6} className="ls-fill" />
      </svg>
      {tcpStatesWords[language].left((leftMs / 1000).toFixed(1))}
    </span>
  );
}

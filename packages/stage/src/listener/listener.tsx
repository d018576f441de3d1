// A listening socket as a door with two waiting rooms: on the left who stands outside, in the middle the SYN queue and
// the accept queue, on the right the program that takes connections out.
import {
  type Caller,
  type CallerPlace,
  clampCursor,
  foldOf,
  hostOf,
  type ListenerQueues,
  listenerQueues,
} from '@lockstep/trace';
import { type ReactNode, useMemo } from 'react';
import { actorColour, colourClass } from '../actor-colour.ts';
import { callAt, callsOf } from '../sequence/calls.ts';
import type { StageProps } from '../stage-props.ts';
import { CallerToken } from './caller-token.tsx';
import { experienceOf } from './experience.ts';
import { SlotRow } from './slot-row.tsx';
import { listenerWords } from './words.ts';

export interface ListenerProps extends StageProps {
  /** `host:port` of the socket. Default: the first of the selected actor's host, or the first of the run. */
  readonly of?: string;
}

const NARROW_BELOW = 600;
/** Outside and accepted callers that are listed one by one. */
const MOST_LISTED = 8;

/** The SYN queue and the accept queue of a listening socket, who is in them, and who is not let in. */
export function Listener(props: ListenerProps) {
  const { trace, length, language, width, height, selection } = props;
  const cursor = Math.min(clampCursor(trace, props.cursor), length);
  const words = listenerWords[language];
  const all = [...foldOf(listenerQueues, trace).at(cursor).listeners];
  const selected = selection.actor === undefined ? undefined : hostOf(selection.actor);
  const [, listener] =
    all.find(([id]) => id === props.of) ?? all.find(([, one]) => one.host === selected) ?? all[0] ?? [];
  return (
    <figure
      className="ls-board ls-listener"
      style={{ width, height }}
      data-narrow={width < NARROW_BELOW || undefined}
      aria-label={words.figure(cursor)}
    >
      {listener ? <Door {...props} cursor={cursor} listener={listener} /> : <p>{words.notYet}</p>}
    </figure>
  );
}

function Door(props: ListenerProps & { readonly listener: ListenerQueues }) {
  const { trace, length, cursor, language, name, listener, sources } = props;
  const words = listenerWords[language];
  const calls = useMemo(() => callsOf(trace, length), [trace, length]);
  const callers = [...listener.callers.values()].filter((caller) => caller.isTold || sources.has('wire'));
  const at = (...places: readonly CallerPlace[]) => callers.filter(({ place }) => places.includes(place));
  const nowUs = cursor > 0 ? trace.atUs(cursor - 1) : 0;
  const present = cursor - 1;

  const says = (caller: Caller) => experienceOf(caller, nowUs, language);
  const token = (caller: Caller) => (
    <CallerToken
      key={caller.id}
      caller={caller}
      colour={actorColour(trace, caller.host)}
      says={says(caller)}
      host={name(caller.host)}
      now={caller.changedSeq === present}
      onSelect={() => props.onSelect({ actor: caller.host })}
    />
  );

  const halfOpen = at('syn-queue');
  const waiting = at('accept-queue');
  const accepted = at('accepted');
  const outside = at('on-the-way', 'unanswered', 'cookie', 'refused', 'gone');
  const count = listener.waiting ?? waiting.length;
  const isFull = listener.limit !== undefined && count >= listener.limit;
  const call = callAt(calls, listener.host, cursor);
  const portsOf = (some: readonly Caller[]) => some.map(({ port }) => port);
  const believing = portsOf(halfOpen.filter(({ believesConnected }) => believesConnected));
  const forged = portsOf(halfOpen.filter(({ isForged }) => isForged));
  const cookies = portsOf(waiting.filter(({ withCookie }) => withCookie));
  return (
    <>
      <div className="ls-board-head">
        <span className="ls-title">{`${name(listener.host)}:${listener.port}`}</span>
        <span className="ls-board-kind">{listener.isOpen ? words.listens : words.closed}</span>
        {listener.counters.size > 0 && (
          <dl className="ls-counters" aria-label={words.counters}>
            {[...listener.counters].map(([counter, { since, value, seq }]) => (
              <div key={counter} data-now={seq === present || undefined} title={String(value)}>
                <dt>{counter}</dt>
                <dd>{words.counter(since)}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <div className="ls-listener-body">
        <section>
          <p className="ls-subtitle">{words.outside}</p>
          <CallerList callers={outside} token={token} says={says} nobody={words.nobody} more={words.more} />
        </section>
        <div className="ls-listener-rooms">
          <SlotRow
            title={words.synQueue}
            count={words.halfOpen(halfOpen.length)}
            now={halfOpen.some(({ changedSeq }) => changedSeq === present)}
            limit={undefined}
            tokens={halfOpen.map(token)}
            unknown={0}
            remark={[
              forged.length > 0 ? words.remark(forged, words.caller.forged) : '',
              believing.length > 0 ? words.remark(believing, words.caller.believes) : '',
            ]
              .filter((text) => text !== '')
              .join(' · ')}
            isFull={false}
          />
          <p className="ls-listener-step">{`↓ ${words.handshakeDone}`}</p>
          <SlotRow
            title={words.acceptQueue}
            count={words.waiting(count, listener.limit)}
            now={listener.toldSeq === present}
            limit={listener.limit}
            tokens={waiting.map(token)}
            unknown={Math.max(0, count - waiting.length)}
            remark={[isFull ? words.full : '', cookies.length > 0 ? words.remark(cookies, words.caller.withCookie) : '']
              .filter((text) => text !== '')
              .join(' · ')}
            isFull={isFull}
          />
        </div>
        <section className={colourClass(actorColour(trace, listener.host))}>
          <p className="ls-subtitle">{words.program}</p>
          {sources.has('program') && (
            <p className="ls-listener-program" data-accepting={call?.call === 'accept' || undefined}>
              <b>{name(listener.host)}</b>{' '}
              {call === undefined ? words.elsewhere : call.call === 'sleep' ? words.sleeps : words.inCall(call.call)}
            </p>
          )}
          <p>{`→ ${words.takenOut} · ${words.accepted(accepted.length)}`}</p>
          <div className="ls-listener-accepted">
            {accepted.slice(0, MOST_LISTED * 2).map(token)}
            {accepted.length > MOST_LISTED * 2 && <span>{words.more(accepted.length - MOST_LISTED * 2)}</span>}
          </div>
        </section>
      </div>
    </>
  );
}

interface CallerListProps {
  readonly callers: readonly Caller[];
  readonly token: (caller: Caller) => ReactNode;
  readonly says: (caller: Caller) => string;
  readonly nobody: string;
  readonly more: (count: number) => string;
}

/** Callers with what they go through; of many only the last ones that something happened to. */
function CallerList({ callers, token, says, nobody, more }: CallerListProps) {
  if (callers.length === 0) return <p className="ls-board-kind">{nobody}</p>;
  const latest = new Set(callers.toSorted((a, b) => b.changedSeq - a.changedSeq).slice(0, MOST_LISTED));
  const rows = callers.filter((caller) => latest.has(caller));
  return (
    <ul className="ls-listener-callers">
      {rows.map((caller) => (
        <li key={caller.id}>
          {token(caller)}
          <span>{says(caller)}</span>
        </li>
      ))}
      {rows.length < callers.length && <li>{more(callers.length - rows.length)}</li>}
    </ul>
  );
}

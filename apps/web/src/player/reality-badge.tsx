import type { Capabilities } from '@lockstep/lab';
import type { Header } from '@lockstep/trace';
import { useEffect, useId, useState } from 'react';
import { realityWords } from '../words/reality-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { useBench, usePlayer } from './bench.ts';
import { needOf } from './need.ts';
import { realityLine, systemOf } from './reality.ts';

/** How real this run is; a click tells the rest, and why it is not more. */
export function RealityBadge({ isStrip = false }: { readonly isStrip?: boolean }) {
  const words = useWords(realityWords);
  const say = useSay();
  const { trace, origin, need } = usePlayer((state) => ({
    trace: state.trace,
    origin: state.origin,
    need: needOf(state),
  }));
  const [isOpen, setIsOpen] = useState(false);
  const panel = useId();
  const network = useNetwork(need === 'network' || need === 'cable');
  const line = trace && realityLine(trace.header, origin, words);

  useEffect(() => {
    if (!isOpen) return undefined;
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setIsOpen(false);
    };
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [isOpen]);

  return (
    <div className={isStrip ? 'reality strip' : 'reality'}>
      <button
        type="button"
        className={line?.isModel ? 'lane model' : 'lane'}
        aria-expanded={isOpen}
        aria-controls={panel}
        title={words.more}
        onClick={() => setIsOpen(!isOpen)}
      >
        <i aria-hidden="true" data-real={line !== undefined && !line.isModel} />
        <span>
          {line ? (
            <>
              <b>{line.label}</b> {line.text}
            </>
          ) : (
            words.none
          )}
        </span>
      </button>
      <div id={panel} className="reality-more" hidden={!isOpen}>
        <dl>
          {trace ? (
            <>
              <Row term={words.run} value={trace.header.run} />
              <Row term={words.made} value={trace.header.startedAt.replace('T', ' ').slice(0, 19)} />
              <Row term={words.machine} value={machineOf(trace.header, words)} />
              <Row term={words.seed} value={String(trace.header.seed)} />
              <Row term={words.parts} value={trace.header.reality.parts.join(', ')} />
              <Row term={words.why} value={trace.header.reality.why} />
            </>
          ) : undefined}
          {network && network.lane !== 'A' ? (
            <>
              <Row term={words.why} value={network.why} />
              <Row term={words.remedy} value={network.remedy && say(network.remedy)} />
            </>
          ) : undefined}
        </dl>
      </div>
    </div>
  );
}

function machineOf(header: Header, words: (typeof realityWords)['en']): string {
  const { cores, node } = header.machine;
  // In a browser there is none.
  return [systemOf(header), words.cores(cores), node === '' ? '' : `Node ${node}`].filter(Boolean).join(', ');
}

function Row({ term, value }: { readonly term: string; readonly value: string | undefined }) {
  if (value === undefined || value === '') return undefined;
  return (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** What network runs can use on this machine, where the lab needs one. */
function useNetwork(isNeeded: boolean): Capabilities['network'] | undefined {
  const { capabilities } = useBench();
  const [network, setNetwork] = useState<Capabilities['network']>();
  useEffect(() => {
    if (isNeeded) void capabilities().then((known) => setNetwork(known?.network));
  }, [capabilities, isNeeded]);
  return network;
}

import { useState } from 'react';
import { download } from '../files/download.ts';
import { hasSentFrames } from '../files/has-sent-frames.ts';
import { Dialog } from '../frame/dialog.tsx';
import { useBench, usePlayer } from '../player/bench.ts';
import { useSettings } from '../settings/settings.ts';
import { site } from '../site.ts';
import { type SaveKind, saveWords } from '../words/save-words.ts';
import { useWords } from '../words/use-words.ts';
import { makeFile } from './make-file.ts';
import './save-sheet.css';

type Said =
  | { readonly kind: 'working'; readonly what: SaveKind }
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'copied' }
  | { readonly kind: 'kept' }
  | { readonly kind: 'failed'; readonly why: string };

const ALL: readonly SaveKind[] = ['recording', 'html', 'pcapng', 'chrome', 'mermaid', 'svg', 'png'];

/** What the run can be taken away as, each with what it is good for. */
export function SaveSheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(saveWords);
  const language = useSettings((settings) => settings.language);
  const { player } = useBench();
  const { trace, origin, isCapture } = usePlayer((state) => ({
    trace: state.trace,
    origin: state.origin,
    length: state.length,
    isCapture: state.lab.golden.length === 0,
  }));
  const [said, setSaid] = useState<Said>();
  const withFrames = trace !== undefined && hasSentFrames(trace);
  const kinds = ALL.filter((kind) => {
    if (kind === 'pcapng') return withFrames;
    // A capture has no lab whose player could go with it, and a file cannot fetch the player it is made of.
    return kind !== 'html' || (!isCapture && site !== 'file');
  });
  // What was run here is kept already.
  const canKeep = site === 'server' && origin === 'file' && !isCapture;
  const isBusy = said?.kind === 'working';

  async function make(kind: SaveKind, take: (file: { name: string; blob: Blob }) => Promise<Said>): Promise<void> {
    setSaid({ kind: 'working', what: kind });
    try {
      setSaid(await take(await makeFile(kind, player.store.getState(), language)));
    } catch (error) {
      console.error(error);
      setSaid({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
    }
  }

  const save = (kind: SaveKind) =>
    make(kind, async ({ name, blob }) => {
      download(blob, name);
      return { kind: 'saved', file: name };
    });
  const copy = () =>
    make('png', async ({ blob }) => {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
      return { kind: 'copied' };
    });

  async function keep(): Promise<void> {
    setSaid({ kind: 'working', what: 'recording' });
    const { addRecording } = await import('../library/ask-library.ts');
    const { blob } = await makeFile('recording', player.store.getState(), language);
    const answer = await addRecording(blob);
    if (answer.kind === 'told') setSaid({ kind: 'kept' });
    else setSaid({ kind: 'failed', why: answer.kind === 'refused' ? answer.message : words.noServer });
  }

  return (
    <Dialog title={words.title} onClose={onClose}>
      <ul className="save-list">
        {canKeep ? (
          <li>
            <button type="button" className="btn sm" disabled={isBusy} onClick={() => void keep()}>
              {words.library}
            </button>
            <p>{words.libraryUse}</p>
          </li>
        ) : undefined}
        {kinds.map((kind) => (
          <li key={kind}>
            <button type="button" className="btn sm" disabled={isBusy} onClick={() => void save(kind)}>
              {words.kinds[kind].name}
            </button>
            <p>
              {words.kinds[kind].use}
              {kind === 'png' && canCopy() ? (
                <button type="button" className="step-link" disabled={isBusy} onClick={() => void copy()}>
                  {words.copyPng}
                </button>
              ) : undefined}
            </p>
          </li>
        ))}
      </ul>
      <p role="status" className="sheet-hint save-said">
        {said && <SaidText said={said} />}
      </p>
    </Dialog>
  );
}

function SaidText({ said }: { readonly said: Said }) {
  const words = useWords(saveWords);
  switch (said.kind) {
    case 'working':
      return words.working(words.kinds[said.what].name);
    case 'saved':
      return words.saved(said.file);
    case 'copied':
      return words.copied;
    case 'kept':
      return words.kept;
    case 'failed':
      return words.failed(said.why);
  }
}

/** Only over https or on this machine is there a clipboard for pictures. */
function canCopy(): boolean {
  return 'ClipboardItem' in window && 'clipboard' in navigator;
}

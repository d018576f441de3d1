import { useId, useState } from 'react';
import { FileNote } from '../file/file-note.tsx';
import { BytesPanel } from '../inspector/bytes-panel.tsx';
import { CablePanel } from '../inspector/cable-panel.tsx';
import { GatePanel } from '../inspector/gate-panel.tsx';
import { ProgramPanel } from '../inspector/program-panel.tsx';
import { SearchPanel } from '../inspector/search-panel.tsx';
import { LessonText } from '../lesson/lesson-text.tsx';
import { RunBox } from '../lesson/run-box.tsx';
import { site } from '../site.ts';
import { SwapPanel } from '../swap/swap-panel.tsx';
import { playerWords } from '../words/player-words.ts';
import { useWords } from '../words/use-words.ts';
import { usePlayer } from './bench.ts';
import { KeepButtons } from './keep-buttons.tsx';
import { isRunning } from './player-state.ts';

const ALL = ['lesson', 'program', 'bytes', 'run'] as const;

/** On a narrow screen: what stands beside the stage on a wide one, one at a time. */
export function PanelTabs({ hasFrames }: { readonly hasFrames: boolean }) {
  const words = useWords(playerWords);
  const [chosen, setChosen] = useState<(typeof ALL)[number]>();
  const isStepping = usePlayer((state) => isRunning(state) && state.trace?.header.mode === 'stepped');
  const id = useId();
  const tabs = ALL.filter((tab) => tab !== 'bytes' || hasFrames);
  // Whoever has to choose the next thread finds the keys at once.
  const shown = tabs.find((tab) => tab === chosen) ?? (isStepping ? 'program' : 'lesson');

  function onKeyDown(event: React.KeyboardEvent): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.indexOf(shown) + by + tabs.length) % tabs.length];
    if (by === 0 || !next) return;
    event.preventDefault();
    event.stopPropagation();
    setChosen(next);
    document.getElementById(`${id}${next}`)?.focus();
  }

  return (
    <section className="panels">
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the tabs themselves take the focus */}
      <div className="ptabs" role="tablist" onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab}
            id={`${id}${tab}`}
            type="button"
            role="tab"
            aria-selected={tab === shown}
            aria-controls={`${id}panel`}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => setChosen(tab)}
          >
            {words.tabs[tab]}
          </button>
        ))}
      </div>
      <div className="panel" id={`${id}panel`} role="tabpanel" aria-labelledby={`${id}${shown}`}>
        {shown === 'lesson' ? <LessonText /> : undefined}
        {shown === 'program' ? (
          <>
            <CablePanel />
            <GatePanel />
            <SwapPanel />
            <ProgramPanel />
          </>
        ) : undefined}
        {shown === 'bytes' ? <BytesPanel /> : undefined}
        {shown === 'run' ? (
          <>
            {site === 'file' ? <FileNote /> : <RunBox onRun={() => setChosen(undefined)} />}
            <SearchPanel />
            <div className="keep">
              <KeepButtons canShare={site !== 'file'} />
            </div>
          </>
        ) : undefined}
      </div>
    </section>
  );
}

import { SwapPanel } from '../swap/swap-panel.tsx';
import { playerWords } from '../words/player-words.ts';
import { useWords } from '../words/use-words.ts';
import { BytesPanel } from './bytes-panel.tsx';
import { CablePanel } from './cable-panel.tsx';
import { GatePanel } from './gate-panel.tsx';
import { ProgramPanel } from './program-panel.tsx';
import { SearchPanel } from './search-panel.tsx';

/** The program at its lines, and what is looked into: bytes, threads at their gates, the search. */
export function SideColumn({ hasFrames }: { readonly hasFrames: boolean }) {
  const words = useWords(playerWords);
  return (
    <aside className="col side" aria-label={words.tabs.program}>
      <div className="side-scroll">
        <ProgramPanel />
        {hasFrames ? <BytesPanel /> : undefined}
      </div>
      <CablePanel />
      <GatePanel />
      <SearchPanel />
      <SwapPanel />
    </aside>
  );
}

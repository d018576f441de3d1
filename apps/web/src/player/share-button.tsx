import { useEffect, useState } from 'react';
import { playerWords } from '../words/player-words.ts';
import { useWords } from '../words/use-words.ts';
import { useBench } from './bench.ts';
import { linkTo } from './share.ts';

const SAID_FOR_MS = 2500;

type Said =
  | { readonly kind: 'copied' }
  | { readonly kind: 'by-hand'; readonly link: string }
  | { readonly kind: 'file' };

/** Copies the address of this very step, and says that it did. */
export function ShareButton() {
  const words = useWords(playerWords);
  const { player } = useBench();
  const [said, setSaid] = useState<Said>();
  useEffect(() => {
    if (said?.kind !== 'copied' && said?.kind !== 'file') return undefined;
    const timer = setTimeout(() => setSaid(undefined), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [said]);

  async function share(): Promise<void> {
    const link = linkTo(player.store.getState(), location.origin);
    if (link === undefined) return setSaid({ kind: 'file' });
    try {
      await navigator.clipboard.writeText(link);
      setSaid({ kind: 'copied' });
    } catch {
      // Without https, or without permission, there is no clipboard.
      setSaid({ kind: 'by-hand', link });
    }
  }

  return (
    <span className="share">
      <button type="button" className="tog" onClick={() => void share()}>
        {words.share}
      </button>
      <span role="status" className="share-said" data-open={said !== undefined}>
        {said?.kind === 'copied' ? words.shared : undefined}
        {said?.kind === 'file' ? words.shareFile : undefined}
        {said?.kind === 'by-hand' ? (
          <label>
            {words.shareByHand}
            <input readOnly value={said.link} onFocus={(event) => event.target.select()} />
          </label>
        ) : undefined}
      </span>
    </span>
  );
}

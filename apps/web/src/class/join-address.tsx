import { formatClassCode } from '@lockstep/lab';
import { useEffect, useState } from 'react';
import { encode } from 'uqr';
import { classWords } from '../words/class-words.ts';
import { useWords } from '../words/use-words.ts';
import { baseForOthers } from './join-link.ts';

/** Where to join: as a QR code, as a code to be typed, and as a link to be copied. */
export function JoinAddress({ code }: { readonly code: string }) {
  const words = useWords(classWords).sheet;
  const [base, setBase] = useState<{ readonly url: string; readonly isReachable: boolean }>();
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    void baseForOthers().then(setBase);
  }, []);
  if (!base) return undefined;
  const link = `${base.url}/join/${formatClassCode(code)}`;

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      setIsCopied(true);
    } catch {
      // Without https there is no clipboard; the link stands there to be copied by hand.
    }
  }

  return (
    <div className="join-address">
      <QrCode text={link} label={words.qr} />
      <div>
        <span className="cap">{words.join}</span>
        <input className="m" readOnly value={link} aria-label={words.join} onFocus={(event) => event.target.select()} />
        <b className="join-code m">{formatClassCode(code)}</b>
        <button type="button" className="btn sm" onClick={() => void copy()}>
          {words.copy}
        </button>
        <span role="status">{isCopied ? words.copied : undefined}</span>
        {base.isReachable ? undefined : <p className="aside">{words.onlyHere}</p>}
      </div>
    </div>
  );
}

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
}

/** Dark on light in both themes: cameras read no other. The quiet zone of four modules belongs to it. */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

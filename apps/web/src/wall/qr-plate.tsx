import { useMemo } from 'react';
import { encode } from 'uqr';
import { useWords } from '../words/use-words.ts';
import { wallWords } from '../words/wall-words.ts';

/** Light cells around the code, which readers need. */
const QUIET = 2;

/** An address as a QR code, dark on white in either theme: many readers know no other. */
export function QrPlate({ address, size }: { readonly address: string; readonly size: number }) {
  const words = useWords(wallWords);
  const code = useMemo(() => encode(address, { ecc: 'M', border: QUIET }), [address]);
  const path = code.data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      className="qr"
      width={size}
      height={size}
      viewBox={`0 0 ${code.size} ${code.size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={words.qr(address)}
    >
      <rect width={code.size} height={code.size} fill="#fff" />
      <path d={path} fill="#1b1a17" />
    </svg>
  );
}

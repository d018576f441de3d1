import type { Lab } from '@lockstep/lab';

const paths: Readonly<Record<Lab['sign'], { readonly d: string; readonly width?: number; readonly dash?: string }>> = {
  sequence: { d: 'M2 1v12M12 1v12M2 4l10 3M12 8l-10 3' },
  bytes: { d: 'M1 2.5h7M1 7h12M1 11.5h9', width: 2.5, dash: '2.5 1.2' },
  lanes: { d: 'M1 4h5M8 4h5M3 10h7', width: 3 },
  queue: { d: 'M1 4h12v6H1zM5 4v6M9 4v6' },
  graph: {
    d: 'M1 3a2 2 0 104 0a2 2 0 10-4 0M9 3a2 2 0 104 0a2 2 0 10-4 0M5 11a2 2 0 104 0a2 2 0 10-4 0M5 3h4M4 5l2 4M10 5L8 9',
  },
  states: { d: 'M1 7a2.5 2.5 0 105 0a2.5 2.5 0 10-5 0M9 7a2 2 0 104 0a2 2 0 10-4 0M6 7h3' },
  topology: { d: 'M7 4v2M3 13V9h8v4M7 6v3M4.5 .5h5v3.5h-5z' },
  bars: { d: 'M2 13V7M7 13V2M12 13V9', width: 2.5 },
  loop: { d: 'M12 7a5 5 0 11-1.6-3.6M12 1v3.2H8.8' },
};

/** The sign of a lab's main stage. */
export function SignGlyph({ sign }: { readonly sign: Lab['sign'] }) {
  const { d, width = 1.4, dash } = paths[sign];
  return (
    <svg className="glyph" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <path d={d} fill="none" stroke="currentColor" strokeWidth={width} strokeDasharray={dash} />
    </svg>
  );
}

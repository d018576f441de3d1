import { FindSheet } from './find-sheet.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import { LegendSheet } from './legend-sheet.tsx';

/** What may lie over the page: keys, find, legend. */
export type Sheet = 'keys' | 'find' | 'legend';

export function Sheets({ sheet, onClose }: { readonly sheet: Sheet | undefined; readonly onClose: () => void }) {
  switch (sheet) {
    case 'keys':
      return <KeysSheet onClose={onClose} />;
    case 'find':
      return <FindSheet onClose={onClose} />;
    case 'legend':
      return <LegendSheet onClose={onClose} />;
    case undefined:
      return undefined;
  }
}

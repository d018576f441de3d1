import { Dialog } from '../frame/dialog.tsx';
import { dialogWords } from '../words/dialog-words.ts';
import { useWords } from '../words/use-words.ts';
import { usePlayer } from './bench.ts';

type Row = keyof (typeof dialogWords)['en']['rows'];

const KEYS: readonly (readonly [Row, readonly string[]])[] = [
  ['play', ['space']],
  ['oneStep', ['→', '←', 'PgDn', 'PgUp']],
  ['ends', ['home', 'end']],
  ['actor', ['shift →', 'shift ←']],
  ['cause', ['[', ']']],
  ['thread', ['0', '…', '9', 'a', '…']],
  ['undo', ['u']],
  ['speed', ['+', '-']],
  ['spacing', ['t']],
  ['projector', ['p']],
  ['legend', ['l']],
  ['find', ['/']],
  ['sheet', ['?']],
];

export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(dialogWords);
  const isStepped = usePlayer(({ lab }) => lab.modes.includes('stepped'));
  const rows = KEYS.filter(([row]) => isStepped || (row !== 'thread' && row !== 'undo'));
  return (
    <Dialog title={words.keys} onClose={onClose}>
      <table className="keys">
        <tbody>
          {rows.map(([row, keys]) => (
            <tr key={row}>
              <th scope="row">
                {keys.map((key) =>
                  key === '…' ? (
                    ' … '
                  ) : (
                    <kbd key={key} className="key">
                      {key}
                    </kbd>
                  ),
                )}
              </th>
              <td>{words.rows[row]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

import { FRAME_ACTS } from '@lockstep/lab';
import { isInClass, useClass } from '../class/class-state.ts';
import { Dialog } from '../frame/dialog.tsx';
import { dialogWords } from '../words/dialog-words.ts';
import { useWords } from '../words/use-words.ts';
import { usePlayer } from './bench.ts';
import { ACT_KEYS, REST_KEY } from './cable-keys.ts';

type Row = keyof (typeof dialogWords)['en']['rows'];

const KEYS: readonly (readonly [Row, readonly string[]])[] = [
  ['play', ['space']],
  ['oneStep', ['→', '←', 'PgDn', 'PgUp']],
  ['ends', ['home', 'end']],
  ['actor', ['shift →', 'shift ←']],
  ['cause', ['[', ']']],
  ['thread', ['0', '…', '9', 'a', '…']],
  ['frame', ['1', '…', '9']],
  ['acts', FRAME_ACTS.map((act) => ACT_KEYS[act])],
  ['call', ['shift 1', '…', '6']],
  ['rest', [REST_KEY]],
  ['undo', ['u']],
  ['fork', ['k']],
  ['range', ['i', 'o']],
  ['swap', ['s']],
  ['speed', ['+', '-']],
  ['spacing', ['t']],
  ['follow', ['f']],
  ['projector', ['p']],
  ['legend', ['l']],
  ['find', ['/']],
  ['sheet', ['?']],
];

const CABLE_ROWS: ReadonlySet<Row> = new Set<Row>(['frame', 'acts', 'call', 'rest']);

export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(dialogWords);
  const { isStepped, isCable } = usePlayer(({ lab }) => ({
    isStepped: lab.modes.includes('stepped'),
    isCable: lab.knobs.some(({ kind }) => kind === 'rules'),
  }));
  const isInAClass = useClass(isInClass);
  const rows = KEYS.filter(([row]) => {
    if (CABLE_ROWS.has(row)) return isStepped && isCable;
    if (row === 'thread') return isStepped && !isCable;
    if (row === 'follow') return isInAClass;
    return isStepped || row !== 'undo';
  });
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

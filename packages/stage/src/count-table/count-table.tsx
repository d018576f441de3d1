// What has been counted so far, side by side: a row for what was counted, a column for each of those compared.
import type { ColourNumber } from '@lockstep/trace';
import { colourClass } from '../actor-colour.ts';

export interface CountTableProps {
  readonly width: number;
  readonly height: number;
  /** What is counted, for those who cannot see the table. */
  readonly caption: string;
  readonly columns: readonly CountColumn[];
  readonly rows: readonly CountRow[];
}

interface CountColumn {
  readonly id: string;
  readonly title: string;
  readonly colour: ColourNumber;
}

interface CountRow {
  readonly id: string;
  readonly title: string;
  /** As many as there are columns. */
  readonly cells: readonly string[];
}

export function CountTable({ width, height, caption, columns, rows }: CountTableProps) {
  return (
    <div className="ls-counts" style={{ width, height }}>
      <table>
        <caption className="ls-unseen">{caption}</caption>
        <thead>
          <tr>
            <td aria-hidden />
            {columns.map(({ id, title, colour }) => (
              <th key={id} scope="col" className={colourClass(colour)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, cells }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              {columns.map((column, index) => (
                <td key={column.id} className={colourClass(column.colour)}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

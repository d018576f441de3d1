/** What a benchmark says at its end, as one line of JSON. */
export interface Figure {
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
  /** The budget of the design, in the same unit. */
  readonly target: number;
  readonly met: boolean;
  /** What it was measured against in the same run. */
  readonly peer: string;
  /** The same against itself: noise alone. */
  readonly control: number;
}

/** Prints the figure that is at most `target` when the budget is met. */
export function printFigure(figure: Omit<Figure, 'met'>): void {
  const rounded = { ...figure, figure: round(figure.figure), control: round(figure.control) };
  console.log(JSON.stringify({ ...rounded, met: figure.figure <= figure.target } satisfies Figure));
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}

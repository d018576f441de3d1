const TOOTH = 7;

/** A bar from `from` to `to`. An open one ends in teeth: it will go on. */
export function barPath(from: number, to: number, y: number, height: number, isOpen: boolean): string {
  const start = `M${rounded(from)} ${y}`;
  if (!isOpen) return `${start}H${rounded(to)}v${height}H${rounded(from)}z`;
  const teeth = Math.max(2, Math.round(height / 6));
  const step = height / teeth;
  const back = Math.max(from, to - TOOTH);
  let edge = '';
  for (let tooth = 0; tooth < teeth; tooth++) {
    const top = y + tooth * step;
    edge += `L${rounded(to)} ${rounded(top + step / 2)}L${rounded(back)} ${rounded(top + step)}`;
  }
  return `${start}H${rounded(back)}${edge}H${rounded(from)}z`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

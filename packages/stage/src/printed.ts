// Numbers as print sets them.

/** With a real minus sign (U+2212), and a plus where asked. */
export function printed(value: number, signed = false): string {
  if (value < 0) return `−${-value}`;
  return signed && value > 0 ? `+${value}` : String(value);
}

/** Seconds with four decimals, the fourth set apart: `1.024 3`. */
export function printedSeconds(us: number): string {
  const tenths = Math.round(us / 100);
  const seconds = Math.floor(tenths / 10_000);
  const rest = String(tenths % 10_000).padStart(4, '0');
  return `${seconds}.${rest.slice(0, 3)} ${rest.slice(3)}`;
}

/** A length of time with three significant digits at most, in the unit that suits it. */
export function printedDuration(us: number): string {
  if (us >= 999_500) return `${trimmed(us / 1e6)} s`;
  if (us >= 999.5) return `${trimmed(us / 1e3)} ms`;
  return `${trimmed(us)} µs`;
}

function trimmed(value: number): string {
  return String(Number(value.toPrecision(value >= 100 ? 3 : value >= 10 ? 2 : 3)));
}

/** Thousands set apart by thin spaces, as in the field tables: `2 604 188 374`. */
export function printedGrouped(value: number): string {
  return printed(value).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ' ');
}

/** A count with a comma at each thousand. */
export function printedCount(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');
}

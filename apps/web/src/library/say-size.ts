const STEP = 1000;
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** 3.4 MB */
export function saySize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= STEP && unit < UNITS.length - 1) {
    size /= STEP;
    unit++;
  }
  return `${size >= 100 || unit === 0 ? Math.round(size) : size.toFixed(1)} ${UNITS[unit]}`;
}

/** 0.8 s, 12 ms */
export function sayDuration(us: number): string {
  if (us < 1000) return `${us} µs`;
  if (us < 1_000_000) return `${Math.round(us / 1000)} ms`;
  return us < 60_000_000
    ? `${(us / 1e6).toFixed(1)} s`
    : `${Math.floor(us / 60e6)} min ${Math.round((us % 60e6) / 1e6)} s`;
}

import { useSettings } from '../settings/settings.ts';

const UNITS = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
] as const;

interface When {
  /** 3 minutes ago */
  readonly relative: string;
  /** 29 Nov 2026, 00:12:05 */
  readonly exact: string;
}

/** Times as a reader says them, and to the second in their own time zone. @param at milliseconds since the epoch */
export function useWhen(): (at: number) => When {
  const language = useSettings((settings) => settings.language);
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return (at) => {
    const seconds = Math.round((at - Date.now()) / 1000);
    const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
    return {
      relative: relative.format(Math.trunc(seconds / size), unit),
      exact: new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'medium' }),
    };
  };
}

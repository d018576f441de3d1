import { useSettings } from '../settings/settings.ts';

/** Days and times as the reader writes them, in their own time zone. @param at milliseconds since the epoch */
export function useDates(): { readonly day: (at: number) => string; readonly time: (at: number) => string } {
  const language = useSettings((settings) => settings.language);
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return {
    day: (at) => new Date(at).toLocaleDateString(locale, { dateStyle: 'full' }),
    time: (at) => new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' }),
  };
}

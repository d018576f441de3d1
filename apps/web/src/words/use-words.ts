import type { Language, Text } from '@lockstep/lab';
import { useSettings } from '../settings/settings.ts';

/** The same words in each language; the compiler sees to it that none lacks one. */
export type Dictionary<Words> = Readonly<Record<Language, Words>>;

export function useWords<Words>(dictionary: Dictionary<Words>): Words {
  return dictionary[useSettings((settings) => settings.language)];
}

/** For texts that carry both languages with them: `say(lab.title)`. */
export function useSay(): (text: Text) => string {
  const language = useSettings((settings) => settings.language);
  return (text) => text[language];
}

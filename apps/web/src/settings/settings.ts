import { LANGUAGES, type Language } from '@lockstep/lab';
import { create } from 'zustand';
import { remember, remembered } from './remembered.ts';

type Theme = 'light' | 'dark';

interface Settings {
  readonly language: Language;
  /** Undefined: as the system has it. */
  readonly theme: Theme | undefined;
  readonly setLanguage: (language: Language) => void;
  readonly toggleTheme: () => void;
}

/** What the reader chose once for all pages. */
export const useSettings = create<Settings>()((set, get) => ({
  language: rememberedLanguage() ?? browserLanguage(),
  theme: rememberedTheme(),
  setLanguage(language) {
    remember('language', language);
    set({ language });
  },
  toggleTheme() {
    const theme = (get().theme ?? systemTheme()) === 'dark' ? 'light' : 'dark';
    remember('theme', theme);
    set({ theme });
  },
}));

/** Writes the choices on the document, now and whenever they change. */
export function applySettings(document: Document): void {
  const apply = ({ language, theme }: Settings): void => {
    document.documentElement.lang = language;
    if (theme) document.documentElement.dataset['theme'] = theme;
  };
  apply(useSettings.getState());
  useSettings.subscribe((settings) => {
    apply(settings);
    if (settings.language === 'zh') loadChineseType();
  });
}

/** A hundred slices of a Chinese font, each fetched only when one of its characters is drawn. */
export function loadChineseType(): void {
  void import('@fontsource-variable/noto-sans-sc/wght.css');
}

function rememberedLanguage(): Language | undefined {
  return LANGUAGES.find((language) => language === remembered('language'));
}

function browserLanguage(): Language {
  const first = navigator.languages.find((tag) => /^(en|zh)\b/i.test(tag));
  return first?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function rememberedTheme(): Theme | undefined {
  const theme = remembered('theme');
  return theme === 'light' || theme === 'dark' ? theme : undefined;
}

function systemTheme(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

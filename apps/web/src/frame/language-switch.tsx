import { useSettings } from '../settings/settings.ts';
import { frameWords } from '../words/frame-words.ts';
import { useWords } from '../words/use-words.ts';

export function LanguageSwitch() {
  const words = useWords(frameWords);
  const { language, setLanguage } = useSettings();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" className="tog" lang={other} onClick={() => setLanguage(other)}>
      {words.otherLanguage}
    </button>
  );
}

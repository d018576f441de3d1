import { stories } from '@lockstep/stage';
import { Brand } from '../frame/brand.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { ThemeSwitch } from '../frame/theme-switch.tsx';
import { useTitle } from '../frame/use-title.ts';
import { labs } from '../labs/labs.ts';
import { galleryWords } from '../words/gallery-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { StoryRow } from './story-row.tsx';
import { useGoldens } from './use-goldens.ts';
import './gallery.css';

/** Each stage at the named moments of real runs: to be looked at, worked on and compared alone. */
export function Gallery() {
  const words = useWords(galleryWords);
  const say = useSay();
  const { loaded, waiting, failed, retry } = useGoldens();
  const isComplete = waiting.length === 0;
  useTitle(words.title);
  return (
    <>
      <header className="top">
        <Brand />
        <span className="grow" />
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main className="gallery">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <p role="status">{isComplete ? undefined : words.waiting(labs.length - waiting.length, labs.length)}</p>
        {failed.length > 0 ? (
          <p role="alert">
            {words.failed(failed.map(({ title }) => say(title)))}{' '}
            <button type="button" className="tog" disabled={!isComplete} onClick={retry}>
              {words.again}
            </button>
          </p>
        ) : undefined}
        {stories.map((story) => (
          <StoryRow key={story.id} story={story} goldens={loaded} isComplete={isComplete} />
        ))}
      </main>
    </>
  );
}

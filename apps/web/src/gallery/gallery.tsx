import { stories } from '@lockstep/stage';
import { Brand } from '../frame/brand.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { ThemeSwitch } from '../frame/theme-switch.tsx';
import { useTitle } from '../frame/use-title.ts';
import { galleryWords } from '../words/gallery-words.ts';
import { useWords } from '../words/use-words.ts';
import { StoryRow } from './story-row.tsx';
import './gallery.css';

/** Each stage at the named moments of a real run: to be looked at, worked on and compared alone. */
export function Gallery() {
  const words = useWords(galleryWords);
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
        {stories.map((story) => (
          <StoryRow key={story.id} story={story} />
        ))}
      </main>
    </>
  );
}

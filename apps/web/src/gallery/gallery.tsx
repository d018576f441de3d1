import { stories } from '@lockstep/stage';
import { useEffect, useState } from 'react';
import { Brand } from '../frame/brand.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { ThemeSwitch } from '../frame/theme-switch.tsx';
import { useTitle } from '../frame/use-title.ts';
import { labs } from '../labs/labs.ts';
import { galleryWords } from '../words/gallery-words.ts';
import { useWords } from '../words/use-words.ts';
import { type Golden, loadGoldens } from './golden.ts';
import { StoryRow } from './story-row.tsx';
import './gallery.css';

/** Each stage at the named moments of real runs: to be looked at, worked on and compared alone. */
export function Gallery() {
  const words = useWords(galleryWords);
  const goldens = useGoldens();
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
        {goldens ? undefined : <p role="status">{words.waiting}</p>}
        {goldens && stories.map((story) => <StoryRow key={story.id} story={story} goldens={goldens} />)}
      </main>
    </>
  );
}

function useGoldens(): readonly Golden[] | undefined {
  const [goldens, setGoldens] = useState<readonly Golden[]>();
  useEffect(() => {
    let isCurrent = true;
    void loadGoldens(labs).then((loaded) => isCurrent && setGoldens(loaded));
    return () => {
      isCurrent = false;
    };
  }, []);
  return goldens;
}

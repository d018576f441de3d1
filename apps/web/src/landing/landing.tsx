import { lazy, Suspense, useEffect } from 'react';
import { Link } from 'wouter';
import { OpenButton } from '../files/open-button.tsx';
import { useOpenedFile } from '../files/opened-file.ts';
import { Brand } from '../frame/brand.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { SourceLegend } from '../frame/source-legend.tsx';
import { ThemeSwitch } from '../frame/theme-switch.tsx';
import { useTitle } from '../frame/use-title.ts';
import { firstLab } from '../labs/labs.ts';
import { site } from '../site.ts';
import { frameWords } from '../words/frame-words.ts';
import { landingWords } from '../words/landing-words.ts';
import { useWords } from '../words/use-words.ts';
import { Course } from './course.tsx';
import { JoinForm } from './join-form.tsx';
import { LandingFigure } from './landing-figure.tsx';

const StaticNote =
  import.meta.env.LOCKSTEP_SITE === 'static'
    ? lazy(async () => ({ default: (await import('./static-note.tsx')).StaticNote }))
    : undefined;

const StaticLead =
  import.meta.env.LOCKSTEP_SITE === 'static'
    ? lazy(async () => ({ default: (await import('./static-note.tsx')).StaticLead }))
    : undefined;

export function Landing() {
  const words = useWords(landingWords);
  const frame = useWords(frameWords);
  useTitle('');
  useEffect(() => useOpenedFile.getState().forget(), []);
  return (
    <div className="landing">
      <header className="top">
        <Brand />
        <span className="grow" />
        {site === 'server' ? (
          <Link className="tog" href="/library">
            {frame.library}
          </Link>
        ) : undefined}
        <Link className="tog" href="/gallery">
          {frame.gallery}
        </Link>
        <span className="sep" />
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main>
        <section className="hero">
          <div>
            <h1>
              {words.title.map((line) => (
                <span key={line}>{line}</span>
              ))}
            </h1>
            <p className="lead">{StaticLead ? <StaticLead /> : words.lead}</p>
            <div className="cta">
              {firstLab ? (
                <Link className="btn ink" href={`/labs/${firstLab.id}`} state={{ run: true }}>
                  <b className="num one" aria-hidden="true">
                    1
                  </b>
                  {words.start}
                </Link>
              ) : undefined}
              <OpenButton className="btn" />
              <Link className="open-by-address" href="/open">
                {words.byAddress}
              </Link>
            </div>
            {StaticNote ? (
              <Suspense fallback={undefined}>
                <StaticNote />
              </Suspense>
            ) : (
              <JoinForm />
            )}
          </div>
          <LandingFigure words={words.figure} />
        </section>
        <Course />
      </main>
      <footer>
        <SourceLegend />
      </footer>
    </div>
  );
}

import { type ComponentType, Fragment, type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { returnToClass } from './class/return-to-class.ts';
import { isEmbedPath } from './embed/is-embed-path.ts';
import { takeInstructorToken } from './live/instructor-token.ts';
import { prefetchWhenIdle } from './prefetch.ts';
import { applySettings } from './settings/settings.ts';
import { pagePath } from './site.ts';
import './styles/index.css';

const root = document.getElementById('root');
if (!root) throw new Error('no #root');

// What a static site needs weighs on no other. A reload, if there is to be one, comes before anything is seen.
let SiteFrame: ComponentType<{ readonly children: ReactNode }> = Fragment;
if (import.meta.env.LOCKSTEP_SITE === 'static') {
  await (await import('./engine/isolation.ts')).isolatePage();
  SiteFrame = (await import('./frame/site-router.tsx')).SiteRouter;
}

const isEmbedded = isEmbedPath(pagePath());
// A page within another one is nobody's window: it joins no class, and takes no token from an address.
if (!isEmbedded) takeInstructorToken();
applySettings(document);
if (!isEmbedded) returnToClass();
createRoot(root).render(
  <StrictMode>
    <SiteFrame>
      <App />
    </SiteFrame>
  </StrictMode>,
);
if (!isEmbedded) prefetchWhenIdle();

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { returnToClass } from './class/return-to-class.ts';
import { isEmbedPath } from './embed/is-embed-path.ts';
import { SiteRouter } from './frame/site-router.tsx';
import { takeInstructorToken } from './live/instructor-token.ts';
import { prefetchWhenIdle } from './prefetch.ts';
import { applySettings } from './settings/settings.ts';
import { pagePath } from './site.ts';
import './styles/index.css';

const root = document.getElementById('root');
if (!root) throw new Error('no #root');

// A reload, if there is to be one, comes before anything is seen.
if (import.meta.env.LOCKSTEP_SITE === 'static') await (await import('./engine/isolation.ts')).isolatePage();

const isEmbedded = isEmbedPath(pagePath());
// A page within another one is nobody's window: it joins no class, and takes no token from an address.
if (!isEmbedded) takeInstructorToken();
applySettings(document);
if (!isEmbedded) returnToClass();
createRoot(root).render(
  <StrictMode>
    <SiteRouter>
      <App />
    </SiteRouter>
  </StrictMode>,
);
if (!isEmbedded) prefetchWhenIdle();

import { type ComponentType, Fragment, type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { returnToClass } from './class/return-to-class.ts';
import { isEmbedPath } from './embed/is-embed-path.ts';
import { takeInstructorToken } from './live/instructor-token.ts';
import { loadAddressedLab } from './player/lab-route.ts';
import { prefetchWhenIdle } from './prefetch.ts';
import { applySettings } from './settings/settings.ts';
import { pagePath } from './site.ts';
import './styles/index.css';

/** So long nothing is drawn at most. */
const MOST_PATIENCE_MS = 700;

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
// What was asked for is drawn when it is here, not after a moment of something else; on a slow line that it is coming.
void Promise.race([loadAddressedLab(), new Promise((resolve) => setTimeout(resolve, MOST_PATIENCE_MS))]).then(() =>
  createRoot(root).render(
    <StrictMode>
      <SiteFrame>
        <App />
      </SiteFrame>
    </StrictMode>,
  ),
);
if (!isEmbedded) prefetchWhenIdle();

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { returnToClass } from './class/return-to-class.ts';
import { SiteRouter } from './frame/site-router.tsx';
import { takeInstructorToken } from './live/instructor-token.ts';
import { prefetchWhenIdle } from './prefetch.ts';
import { applySettings } from './settings/settings.ts';
import './styles/index.css';

const root = document.getElementById('root');
if (!root) throw new Error('no #root');

// A reload, if there is to be one, comes before anything is seen.
if (import.meta.env.LOCKSTEP_SITE === 'static') await (await import('./engine/isolation.ts')).isolatePage();

takeInstructorToken();
applySettings(document);
returnToClass();
createRoot(root).render(
  <StrictMode>
    <SiteRouter>
      <App />
    </SiteRouter>
  </StrictMode>,
);
prefetchWhenIdle();

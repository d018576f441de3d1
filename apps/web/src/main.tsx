import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { returnToClass } from './class/return-to-class.ts';
import { isEmbedPath } from './embed/is-embed-path.ts';
import { takeInstructorToken } from './live/instructor-token.ts';
import { prefetchWhenIdle } from './prefetch.ts';
import { applySettings } from './settings/settings.ts';
import './styles/index.css';

const root = document.getElementById('root');
if (!root) throw new Error('no #root');

const isEmbedded = isEmbedPath(location.pathname);
// A page within another one is nobody's window: it joins no class, and takes no token from an address.
if (!isEmbedded) takeInstructorToken();
applySettings(document);
if (!isEmbedded) returnToClass();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
if (!isEmbedded) prefetchWhenIdle();

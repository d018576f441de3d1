import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { returnToClass } from './class/return-to-class.ts';
import { takeInstructorToken } from './live/instructor-token.ts';
import { prefetchWhenIdle } from './prefetch.ts';
import { applySettings } from './settings/settings.ts';
import './styles/index.css';

const root = document.getElementById('root');
if (!root) throw new Error('no #root');

takeInstructorToken();
applySettings(document);
returnToClass();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
prefetchWhenIdle();

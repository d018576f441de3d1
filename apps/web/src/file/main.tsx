import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applySettings } from '../settings/settings.ts';
import { FilePage } from './file-page.tsx';
import './file.css';

const root = document.getElementById('root');
if (!root) throw new Error('no #root');

applySettings(document);
createRoot(root).render(
  <StrictMode>
    <FilePage />
  </StrictMode>,
);

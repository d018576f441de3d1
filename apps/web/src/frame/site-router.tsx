import type { ReactNode } from 'react';
import { Router } from 'wouter';
import { useBrowserLocation } from 'wouter/use-browser-location';
import { asFolder, base } from '../site.ts';

/** The pages of a static site lie in a folder of some host, and each is a folder itself. */
export function SiteRouter({ children }: { readonly children: ReactNode }) {
  return (
    <Router base={base} hook={useFolderLocation} hrefs={asFolder}>
      {children}
    </Router>
  );
}

function useFolderLocation(): ReturnType<typeof useBrowserLocation> {
  const [path, navigate] = useBrowserLocation();
  return [path.replace(/index\.html$/, ''), (to, options) => navigate(asFolder(String(to)), options)];
}

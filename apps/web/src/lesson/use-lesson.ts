import type { Lab } from '@lockstep/lab';
import type { MDXContent } from 'mdx/types';
import { useEffect, useState } from 'react';
import { loadLesson } from '../labs/lab-parts.ts';
import { useSettings } from '../settings/settings.ts';

/** A lab's lesson in the reader's language. Undefined: it is on its way. Without content: it cannot be had. */
export function useLesson(lab: Lab): { readonly Content: MDXContent | undefined } | undefined {
  const language = useSettings((settings) => settings.language);
  const [loaded, setLoaded] = useState<{ readonly Content: MDXContent | undefined }>();
  useEffect(() => {
    let isCurrent = true;
    loadLesson(lab, language).then(
      (Content) => isCurrent && setLoaded({ Content }),
      (error: unknown) => {
        console.error(error);
        if (isCurrent) setLoaded({ Content: undefined });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [lab, language]);
  return loaded;
}

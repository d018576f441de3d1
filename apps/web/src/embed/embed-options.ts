// How a lab looks inside another page, as the address of its frame says it:
// `/embed/labs/race?step=9&controls=0&theme=dark&lang=zh`.
import { LANGUAGES, type Language } from '@lockstep/lab';
import { addressOf } from '../site.ts';

export interface EmbedOptions {
  /** False: stage and sentence only, which play by themselves, over and over. */
  readonly hasControls: boolean;
  /** Absent: as the system has it. */
  readonly theme?: 'light' | 'dark';
  /** Absent: as the browser has it. */
  readonly language?: Language;
}

const EMBED_PATH = '/embed/labs/';

/** Reads what it understands. */
export function parseEmbedOptions(search: string): EmbedOptions {
  const query = new URLSearchParams(search);
  const theme = query.get('theme');
  const language = LANGUAGES.find((one) => one === query.get('lang'));
  return {
    hasControls: query.get('controls') !== '0',
    ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
    ...(language ? { language } : {}),
  };
}

/**
 * The address of a frame.
 * @param search the place in the run, as the lab's own page has it in its address
 */
export function embedLink(
  { lab, search, base }: { readonly lab: string; readonly search: string; readonly base: string },
  { hasControls, theme, language }: EmbedOptions,
): string {
  const url = new URL(addressOf(`${EMBED_PATH}${lab}${search}`), base);
  if (!hasControls) url.searchParams.set('controls', '0');
  if (theme) url.searchParams.set('theme', theme);
  if (language) url.searchParams.set('lang', language);
  return url.href;
}

/** What goes into the other page. */
export function embedSnippet(link: string, title: string, { hasControls }: Pick<EmbedOptions, 'hasControls'>): string {
  const height = hasControls ? FRAME_HEIGHT : FRAME_HEIGHT - 100;
  return `<iframe src="${escaped(link)}" title="${escaped(title)}" width="${FRAME_WIDTH}" height="${height}" loading="lazy" style="border:0"></iframe>`;
}

const FRAME_WIDTH = 720;
const FRAME_HEIGHT = 560;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

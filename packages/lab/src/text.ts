/** The languages of the product, each an original. */
export type Language = 'en' | 'zh';

export const LANGUAGES: readonly Language[] = ['en', 'zh'];

/** The same thing said to an English and to a Chinese reader. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

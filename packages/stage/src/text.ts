/** The languages of the product. */
export type Language = 'en' | 'zh';

/** The same thing said to an English and to a Chinese reader. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

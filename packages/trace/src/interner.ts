// Texts as numbers: whoever tells the same text a million times keeps it once.

/** What a text costs beside its characters, of two bytes each: its entries in the table and in the map. */
const TEXT_BYTES = 64;

export interface Interner {
  /** Number of different texts. */
  readonly size: number;
  /** All their characters. */
  readonly characters: number;
  /** About what they take up in memory. */
  readonly byteLength: number;
  numberOf(text: string): number;
  textOf(number: number): string;
  /** All of them, by number. */
  readonly texts: readonly string[];
}

export function createInterner(initial: readonly string[] = []): Interner {
  const texts: string[] = [];
  let numbers: Map<string, number> | undefined = new Map();
  let characters = 0;
  const add = (text: string): number => {
    characters += text.length;
    return texts.push(text) - 1;
  };
  if (initial.length > 0) {
    for (const text of initial) add(text);
    // Who only reads never asks for a number.
    numbers = undefined;
  }
  return {
    get size() {
      return texts.length;
    },
    get characters() {
      return characters;
    },
    get byteLength() {
      return characters * 2 + texts.length * TEXT_BYTES;
    },
    texts,
    numberOf(text) {
      numbers ??= new Map(texts.map((one, number) => [one, number]));
      let number = numbers.get(text);
      if (number === undefined) {
        number = add(text);
        numbers.set(text, number);
      }
      return number;
    },
    textOf: (number) => texts[number] as string,
  };
}

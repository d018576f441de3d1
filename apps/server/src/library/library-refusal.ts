const STATUS = {
  'bad-request': 400,
  'unknown-run': 404,
  'in-use': 409,
  'not-now': 409,
  'too-large': 413,
  'bad-recording': 422,
} as const;

/** What the library does not do: `code` chooses the words on screen, the message says in English what was wrong. */
export class LibraryRefusal extends Error {
  override readonly name = 'LibraryRefusal';
  readonly code: keyof typeof STATUS;

  constructor(code: keyof typeof STATUS, message: string) {
    super(message);
    this.code = code;
  }

  /** For HTTP. */
  get status(): number {
    return STATUS[this.code];
  }
}

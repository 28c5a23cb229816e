/** A file that can't be taken, and why: nothing of it is kept. */
export class FileRefused extends Error {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}

/** Why a file is refused; nothing of it is stored. */
export class FileRefused extends Error {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}

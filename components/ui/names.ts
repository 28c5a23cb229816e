/** Names for a list's codes and addresses, in the order in which they are shown. */
export interface Names {
  participants: Readonly<Record<string, string>>;
  /** By e-mail address. */
  owners: Readonly<Record<string, string>>;
}

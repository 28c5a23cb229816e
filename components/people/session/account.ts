// The account that a page was made for, and the props of the dialogs that ask for its password or a code.
export interface SignedInAccount {
  id: string;
  email: string;
  /** A code of its second factor is a proof as well. */
  byCode: boolean;
  /** So is a passkey of it. */
  byPasskey: boolean;
  /** So is to go to the provider of single sign-on. */
  byProvider: boolean;
  /** It has a password, which isn't off for it. */
  byPassword: boolean;
}
/** `onEnd`: whether the account is signed in again, or proved. */
export type AskProps = Readonly<{ account: SignedInAccount; onEnd: (again: boolean) => void }>;

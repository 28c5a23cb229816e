// The account that a page was made for, and the props of the dialogs that ask for its password or a code.
export interface SignedInAccount {
  id: string;
  email: string;
  /** Whether a code of its second factor is a proof. */
  byCode: boolean;
  /** Whether one of its passkeys is a proof. */
  byPasskey: boolean;
  /** Whether a visit to the provider of single sign-on is a proof. */
  byProvider: boolean;
  /** Whether it has a password, and passwords aren't switched off for it. */
  byPassword: boolean;
}
/** `onEnd`: whether the account is signed in again, or proved. */
export type AskProps = Readonly<{ account: SignedInAccount; onEnd: (again: boolean) => void }>;

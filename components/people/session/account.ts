// The account that a page was made for, and the props of the dialog that asks for its password.
export interface SignedInAccount {
  id: string;
  email: string;
}
/** `onEnd`: whether the account is signed in again. */
export type AskProps = Readonly<{ account: SignedInAccount; onEnd: (again: boolean) => void }>;

// Whose session a page was made for, and what is asked when it has ended.
export interface SignedInAccount {
  id: string;
  email: string;
}
/** `onEnd`: whether the account is signed in again. */
export type AskProps = Readonly<{ account: SignedInAccount; onEnd: (again: boolean) => void }>;

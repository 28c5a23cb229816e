// The length of a password. Whether it is easily guessed is judged with dictionaries, outside the domain.
// There are no rules of composition.
const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

/** What is wrong with a password; each has its sentence, which says what would be better. */
export type PasswordFault =
  | "password-short"
  | "password-long"
  | "password-common"
  | "password-own-words"
  | "password-in-order"
  | "password-repeats"
  | "password-dates";

export function lengthFault(password: string): PasswordFault | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return "password-short";
  return length > PASSWORD_MAX ? "password-long" : null;
}

// The words of the page; what the program itself says is said by the program in the same ones.
import type { Words } from "@/components/form/words";
import { messages } from "@/lib/i18n/messages";

export interface VerifyWords {
  title: string;
  form: Words;
  fault: Words;
  outcome: Words;
  step: Words;
  mark: Words;
  said: Words;
}

export const verifyWords = (): VerifyWords => messages.verify;

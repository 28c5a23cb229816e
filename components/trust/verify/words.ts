// The words of the page; what the program itself says is said by the program in the same ones.
import type { Words } from "@/components/form/words";
import { currentMessages } from "@/lib/i18n/translator";

export interface VerifyWords {
  title: string;
  form: Words;
  fault: Words;
  outcome: Words;
  step: Words;
  mark: Words;
  said: Words;
}

export const verifyWords = (): VerifyWords => currentMessages().verify;

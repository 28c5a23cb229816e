// The page's words. The verifier program has the same sentences of its own, and a test compares them.
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

// The page's words. The verifier program has the same sentences of its own, and a test compares them.
import type { Messages } from "@/lib/i18n/message-files";
import { currentMessages } from "@/lib/i18n/translator";

export type VerifyWords = Messages["verify"];

export const verifyWords = (): VerifyWords => currentMessages().verify;

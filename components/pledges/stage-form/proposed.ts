// The outcome of a change, from its answer: made at once, or proposed to someone else.
import { navigateWithMessage } from "@/components/form/flash-message";
import { fillIn } from "@/components/form/fill";
import type { PledgeFormWords } from "../pledge-form/options";

export type StepWay = "set" | "propose";

const isProposal = (saved: unknown): boolean =>
  typeof saved === "object" && saved !== null && "wish" in saved && "proposedBy" in saved;

/**
 * Goes back to the page. If the change was proposed, the message names `what`; `message` is added to it. Otherwise it is
 * `message` alone, or `done`.
 */
export function leaveWith(
  { page, anchor = "" }: { page: string; anchor?: string },
  saved: unknown,
  message: string | null,
  { what, words, done = words.savedSaid }: { what: string; words: PledgeFormWords; done?: string },
): void {
  if (!isProposal(saved)) return navigateWithMessage(`${page}${anchor}`, message ?? done);
  const proposed = fillIn(words.proposedSaid, { what });
  navigateWithMessage(page, message === null ? proposed : `${proposed} ${message}`);
}

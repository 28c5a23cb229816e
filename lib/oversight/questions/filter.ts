import { z } from "zod";
import type { CursorKey } from "@/lib/domain/base/cursor";
import { type QuestionFilter, aboutNamed, QUESTION_STATES } from "@/lib/domain/oversight/question";
import { ok, type Result } from "@/lib/domain/base/result";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { parseListed } from "@/lib/schema/listed";
import {
  cursor,
  limit,
  listParameter,
  owners,
  participantCodes,
  priorities,
  words,
} from "@/lib/schema/parameters";
import { aboutInput } from "./schema";

/** Newest first. */
export const QUESTION_ORDER = "-number";

export const questionParameters = z.strictObject({
  state: listParameter(QUESTION_STATES),
  /** "yes": due before today and still open; "no": all others. */
  overdue: listParameter(["yes", "no"] as const),
  about: aboutInput.transform(aboutNamed).nullable().default(null),
  code: listParameter(UNRESOLVED_CODES),
  participant: participantCodes,
  priority: priorities,
  owner: owners,
  q: words,
  cursor,
  limit,
});

/** Default: those that are open. */
export function parseQuestionFilter(params: URLSearchParams): Result<QuestionFilter> {
  const parsed = parseListed(questionParameters, params, { order: QUESTION_ORDER, isKey: isQuestionKey });
  if (!parsed.ok || parsed.value.state.length > 0) return parsed;
  return ok({ ...parsed.value, state: ["OPEN"] });
}

const isQuestionKey = ([number = "", ...rest]: CursorKey): boolean =>
  rest.length === 0 && /^[1-9]\d{0,8}$/.test(number);

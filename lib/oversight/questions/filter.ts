import { z } from "zod";
import { keyIn, type CursorKey } from "@/lib/domain/base/cursor";
import type { QuestionFilter } from "@/lib/domain/oversight/question";
import { aboutNamed, QUESTION_STATES } from "@/lib/domain/oversight/question";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import {
  cursor,
  limit,
  listParameter,
  owners,
  parseParameters,
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
  const parsed = parseParameters(questionParameters, params);
  if (!parsed.ok) return parsed;
  const { cursor: from, state, ...rest } = parsed.value;
  const after = from === null ? null : keyIn(from, QUESTION_ORDER, isQuestionKey);
  if (from !== null && after === null) return invalid({ path: "cursor", code: "bad-cursor" });
  return ok({ ...rest, state: state.length > 0 ? state : ["OPEN"], after });
}

const isQuestionKey = ([number = "", ...rest]: CursorKey): boolean =>
  rest.length === 0 && /^[1-9]\d{0,8}$/.test(number);

import { z } from "zod";
import { textInput } from "@/lib/schema/fields";

const COMMENT_LIMITS = { text: 4_000 } as const;

export const commentInput = z.strictObject({ text: textInput(COMMENT_LIMITS.text) });
export type CommentInput = z.output<typeof commentInput>;

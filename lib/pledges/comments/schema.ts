import { z } from "zod";
import { text } from "@/lib/schema/fields";

const COMMENT_LIMITS = { text: 4_000 } as const;

export const commentInput = z.strictObject({ text: text(COMMENT_LIMITS.text) });
export type CommentInput = z.output<typeof commentInput>;

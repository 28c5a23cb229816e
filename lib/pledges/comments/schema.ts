import { z } from "zod";
import { LONGEST_COMMENT } from "@/lib/domain/proposals/comment";
import { textInput } from "@/lib/schema/fields";

export const commentInput = z.strictObject({ text: textInput(LONGEST_COMMENT) });
export type CommentInput = z.output<typeof commentInput>;

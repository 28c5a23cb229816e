// A draft's own form, as it is sent without a script.
import { z } from "zod";
import { visibleLine } from "@/lib/domain/base/characters";
import { id } from "@/lib/schema/fields";

/** Not `id`: a form whose field has that name has no id of its own. */
const heldInForm = {
  draft: id,
  held: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
};
/** A plain form's own fields; those of the row follow in `plainAcceptance`. */
export const plainDraft = z.discriminatedUnion("does", [
  z.object({ does: z.literal("read"), source: id }),
  z.object({ does: z.literal("skip"), ...heldInForm }),
  z.object({ does: z.literal("open"), ...heldInForm }),
  z.object({ does: z.literal("accept"), ...heldInForm }),
]);

/** The row's fields, as a form without a script sends them: `<id>.title`. */
export function plainAcceptance(fields: Readonly<Record<string, string | undefined>>, row: string): object {
  const at = (name: string): string | null => visibleLine(fields[`${row}.${name}`] ?? "").trim() || null;
  const number = (text: string | null): number | null => (text === null ? null : Number(text));
  return {
    kind: at("kind"),
    reliability: at("reliability"),
    credibility: number(at("credibility")),
    changes: {
      participant: at("participant"),
      priority: number(at("priority")),
      says: at("says"),
      title: at("title"),
      repeats: at("repeats"),
    },
  };
}

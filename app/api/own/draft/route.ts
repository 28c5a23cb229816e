import { invalid, type Refusal } from "@/lib/domain/base/refusal";
import { ok } from "@/lib/domain/base/result";
import { safeNext } from "@/lib/auth/safe-next";
import { plainForm } from "@/lib/http/plain-form";
import { acceptDraft } from "@/lib/pledges/drafts/accept";
import { setDraftState } from "@/lib/pledges/drafts/commands";
import { readDrafts } from "@/lib/pledges/drafts/reading";
import { plainAcceptance, plainDraft } from "@/lib/pledges/drafts/plain";
import { draftAcceptance } from "@/lib/pledges/drafts/schema";
import { fieldErrorsOf } from "@/lib/schema/fields";

/** Reads a text, or settles one of its drafts, without a script. Errors are shown at the row's fields. */
export const POST = plainForm({
  home: ({ back }) => safeNext(back),
  run: async (actor, fields, at) => {
    const parsed = plainDraft.safeParse(fields);
    if (!parsed.success) return invalid({ path: "draft", code: "not-found" });
    const { data } = parsed;
    if (data.does === "read") {
      const read = await readDrafts(actor, data.source);
      return read.ok ? ok({ done: read.value.length === 0 ? "none" : null }) : atRow(read.refusal);
    }
    const versioned = { id: data.draft, ifMatch: data.held };
    if (data.does !== "accept") {
      const set = await setDraftState(actor, {
        ...versioned,
        state: data.does === "skip" ? "ASIDE" : "OPEN",
      });
      return set.ok ? ok({ done: null }) : atRow(set.refusal);
    }
    const sent = plainAcceptance(fields, data.draft);
    const given = draftAcceptance.safeParse(sent);
    if (!given.success) return atRow(invalid(...fieldErrorsOf(given.error, sent)).refusal);
    const accepted = await acceptDraft(actor, { ...versioned, ...given.data, owner: actor.email }, at);
    return accepted.ok ? ok({ done: null }) : atRow(accepted.refusal);
  },
});

/** Faults of the draft are shown on its page; a lack of rights is refused as everywhere. */
function atRow(refusal: Refusal) {
  const { code, errors: [error] = [] } = refusal;
  if (error) return invalid({ ...error, path: error.path.split(".").at(-1) ?? "draft" });
  if (code === "role" || code === "rights-changed") return { ok: false as const, refusal };
  return invalid({ path: "draft", code });
}

// Adds to an answer which of the pledges that it names are for the coalition only.
import type { Reply } from "@/lib/api/answer";
import { findCoalitionOnlyOf } from "@/lib/db/state";
import { pledgesNamedIn } from "@/lib/domain/details/coalition-only";

/** Unchanged if it names none. Only JSON gets the field; other formats carry their own marking. */
export async function withCoalitionOnly(reply: Reply): Promise<Reply> {
  const { body } = reply;
  if (typeof body !== "string") return reply;
  const named = pledgesNamedIn(body);
  const marked = named.length > 0 ? await findCoalitionOnlyOf(named) : new Set<string>();
  const coalitionOnly = named.filter((reference) => marked.has(reference));
  if (coalitionOnly.length === 0) return reply;
  // An object that names pledges isn't empty, so one more field can be added without parsing it.
  return { ...reply, body: `${body.slice(0, -1)},"coalitionOnly":${JSON.stringify(coalitionOnly)}}` };
}

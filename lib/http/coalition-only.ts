// Adds to an answer which of the pledges that it names are for the coalition only.
import { findCoalitionOnly } from "@/lib/db/state";
import { pledgesNamedIn } from "@/lib/domain/details/coalition-only";

/** Unchanged where it names none. Only JSON gets the field; other formats carry their own marking. */
export async function withCoalitionOnly(response: Response): Promise<Response> {
  const isJson = response.headers.get("Content-Type") === "application/json";
  if (!isJson || response.headers.has("Content-Disposition")) return response;
  const text = await response.text();
  const named = pledgesNamedIn(text);
  const marked = named.length > 0 ? await findCoalitionOnly() : new Set<string>();
  const coalitionOnly = named.filter((reference) => marked.has(reference));
  // An object that names pledges isn't empty, and isn't read again for one field more.
  const body =
    coalitionOnly.length > 0
      ? `${text.slice(0, -1)},"coalitionOnly":${JSON.stringify(coalitionOnly)}}`
      : text;
  const { status, headers } = response;
  return new Response(body, { status, headers });
}

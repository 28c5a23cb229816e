// What is answered says of the pledges it names which are for the coalition alone, wherever it names them.
import { findCoalitionOnly } from "@/lib/db/state";
import { pledgesNamedIn } from "@/lib/domain/details/coalition-only";

/** As it is where it names none of them; else with `coalitionOnly`. What isn't JSON says it in its own way. */
export async function withCoalitionOnly(response: Response): Promise<Response> {
  const isJson = response.headers.get("Content-Type") === "application/json";
  if (!isJson || response.headers.has("Content-Disposition")) return response;
  const text = await response.text();
  const named = pledgesNamedIn(text);
  const marked = named.length > 0 ? await findCoalitionOnly() : new Set<string>();
  const coalitionOnly = named.filter((reference) => marked.has(reference));
  const body =
    coalitionOnly.length > 0 ? JSON.stringify({ ...(JSON.parse(text) as object), coalitionOnly }) : text;
  const { status, headers } = response;
  return new Response(body, { status, headers });
}

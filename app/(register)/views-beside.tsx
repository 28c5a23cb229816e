import { ViewsMenu } from "@/components/workspace/views/menu";
import { pageAsked } from "@/lib/auth/page";
import { pageOfView } from "@/lib/domain/people/saved-view";
import { viewAddress } from "@/lib/http/view-address";
import { loadViews } from "@/lib/workspace/views/queries";
import { readAt } from "./read-at";

/** Saved views of the page's list, and a link to save the current one. */
export async function ViewsBeside() {
  const [{ actor, now }, address] = await Promise.all([readAt(), pageAsked()]);
  const page = pageOfView(address);
  const loaded = page === null ? null : await loadViews(actor, { page }, now);
  if (!loaded?.ok) return null;
  const here = viewAddress(address);
  return <ViewsMenu views={loaded.value} me={actor.id} here={here.ok ? here.value : null} />;
}

import { cache } from "react";
import { ViewsMenu } from "@/components/workspace/views/menu";
import { requestedPage } from "@/lib/auth/page";
import { pageOfView } from "@/lib/domain/people/saved-view";
import { viewAddress } from "@/lib/http/view-address";
import { loadViews } from "@/lib/workspace/views/queries";
import { readAt } from "./read-at";

/** A page that calls this itself loads the views together with its other data. */
export const loadSavedViews = cache(async () => {
  const [{ actor }, address] = await Promise.all([readAt(), requestedPage()]);
  const page = pageOfView(address);
  return page === null ? null : loadViews(actor, { page });
});

/** Saved views of the page's list, and a link to save the current one. */
export async function SavedViewsMenu() {
  const [{ actor }, address, loaded] = await Promise.all([readAt(), requestedPage(), loadSavedViews()]);
  if (!loaded?.ok) return null;
  const here = viewAddress(address);
  return <ViewsMenu views={loaded.value} me={actor.id} here={here.ok ? here.value : null} />;
}

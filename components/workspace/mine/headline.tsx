import { getTranslations } from "next-intl/server";
import { linkTo } from "@/components/ui/link-to";
import { viewHref } from "@/components/ui/address/view-href";

/** How many of the user's items are open, and how many are late. */
export async function MineHeadline({ email, items, late }: { email: string; items: number; late: number }) {
  const t = await getTranslations("mine");
  const own = linkTo(viewHref("/unresolved", { owner: email }));
  return <p className="headline mt-5">{t.rich("headline", { items, late, own })}</p>;
}

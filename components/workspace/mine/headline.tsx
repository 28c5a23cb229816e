import { linkTo } from "@/components/ui/link-to";
import { viewHref } from "@/components/ui/address/view-href";
import { translator } from "@/lib/i18n/translator";

const t = translator("mine");

/** How many of the user's items are open, and how many are late. */
export function MineHeadline({ email, items, late }: { email: string; items: number; late: number }) {
  const own = linkTo(viewHref("/unresolved", { owner: email }));
  return <p className="headline mt-5">{t.rich("headline", { items, late, own })}</p>;
}

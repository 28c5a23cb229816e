import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { viewHref } from "@/components/ui/view-href";

/** How much of one's own is open, and how much of it late. */
export async function Headline({ email, items, late }: { email: string; items: number; late: number }) {
  const t = await getTranslations("mine");
  const own = (words: ReactNode) => <a href={viewHref("/unresolved", { owner: email })}>{words}</a>;
  return <p className="headline">{t.rich("headline", { items, late, own })}</p>;
}

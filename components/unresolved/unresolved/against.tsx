// The comparison with a moment: how many items are new, and a link to the resolved ones.
import { linkTo } from "@/components/ui/link-to";
import { viewHref } from "@/components/ui/address/view-href";
import { noticeLook } from "@/components/ui/looks";
import type { ComparedSummary } from "@/lib/domain/history/changes";
import { longMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { leftOutText } from "@/lib/schema/typed";
import type { UnresolvedView } from "./view";

const t = translator("unresolved");

interface Given {
  against: NonNullable<ComparedSummary["against"]>;
  view: UnresolvedView;
}

export function ComparedWith({ against: { at, baseline, counts }, view }: Given) {
  const { participant, priority } = view;
  const narrowed = { participant, priority, class: view.class };
  const changes = linkTo(viewHref("/changes", { since: view.against?.text, ...narrowed, show: "resolved" }));
  // The page Changes can't filter by reason or owner, or leave anything out, so it would show other rows.
  const hasRows = [view.code, view.owner, leftOutText(view.not ?? {})].every(({ length }) => length === 0);
  return (
    <p className={noticeLook("mb-4")}>
      {t.rich("against.text", {
        since: baseline?.name ?? longMoment(at),
        fresh: counts.new,
        same: counts.open,
        gone: counts.resolved,
        link: (words) => (hasRows ? changes(words) : words),
      })}
    </p>
  );
}

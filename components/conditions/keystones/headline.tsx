// How many pledges wait, and what holds back most. Each figure leads to its rows.
import { linkTo } from "@/components/ui/link-to";
import { viewHref } from "@/components/ui/address/view-href";
import { ANYTHING } from "@/lib/domain/base/listing";
import type { KeystoneRow } from "@/lib/domain/conditions/keystone-details";
import { leafTitle } from "@/lib/i18n/words/leaf-words";
import { translator } from "@/lib/i18n/translator";
import { leafHref } from "../conditions/view";

const t = translator("conditions");

interface Given {
  /** Open pledges that wait for something. */
  waiting: number;
  first: KeystoneRow | null;
  deadlocks: number;
}

export function KeystonesHeadline({ waiting, first, deadlocks }: Given) {
  if (waiting === 0) return <p className="my-2 text-lead">{t("headline.none")}</p>;
  return (
    <p className="my-2 text-lead">
      {t.rich("headline.waiting", { waiting, pledges: linkTo(viewHref("/pledges", { waits: ANYTHING })) })}{" "}
      {first
        ? t.rich("headline.first", {
            title: leafTitle(first.leaf, first.facts),
            necessary: first.necessary.length,
            first: linkTo(leafHref(first.leaf)),
            needs: linkTo(leafHref(first.leaf, "necessary")),
          })
        : null}
      {deadlocks > 0 ? (
        <> {t.rich("headline.deadlocks", { deadlocks, deadlock: linkTo("#deadlocks") })}</>
      ) : null}
    </p>
  );
}

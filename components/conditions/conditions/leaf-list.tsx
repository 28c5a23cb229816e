import { asOfHref } from "@/components/ui/address/as-of-href";
import { Fragment } from "react";
import type { KeystoneHindrance } from "@/lib/domain/conditions/keystone";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { type Leaf, leafKey } from "@/lib/domain/pledge/condition";
import { leafTitle } from "@/lib/i18n/words/leaf-words";
import { leafHref } from "./view";

/** Leaves with a link each, and how many pledges wait for it where that is known. */
export function LeafList({
  leaves,
  facts,
}: {
  leaves: readonly (Leaf | KeystoneHindrance)[];
  facts: LeafFacts;
}) {
  const links = leaves.map((one, at) => {
    const [leaf, pledges] = "leaf" in one ? [one.leaf, one.pledges] : [one, null];
    return (
      <Fragment key={leafKey(leaf)}>
        {at === 0 ? null : ", "}
        <a href={asOfHref(leafHref(leaf))}>{leafTitle(leaf, facts)}</a>
        {pledges === null ? null : ` (${String(pledges)})`}
      </Fragment>
    );
  });
  return <span className="leading-6">{links}</span>;
}

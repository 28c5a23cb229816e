// The one thing that holds back most, in words. Other pages show it, too.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { linkTo } from "@/components/ui/link-to";
import { keystoneKind } from "@/lib/domain/conditions/keystone-list";
import type { KeystoneRow } from "@/lib/domain/conditions/keystone-details";
import { leafTitle } from "@/lib/i18n/words/leaf-words";
import { translator } from "@/lib/i18n/translator";
import { kindWords } from "../conditions/kind-words";
import { LeafList } from "../conditions/leaf-list";
import { InferredNote } from "./inferred-note";
import { supposeHref } from "@/components/conditions/scenarios/view";
import { leafHref, waitingHref } from "../conditions/view";

const t = translator("conditions");

/** The figure is how many pledges can't start without it. */
export function KeystoneCard({
  keystone,
  names,
}: {
  keystone: KeystoneRow;
  names: Readonly<Record<string, string>>;
}) {
  const { leaf, facts, necessary, next } = keystone;
  return (
    <article className="keystone grid grid-cols-[44px_minmax(0,1fr)] px-0 pt-3 pb-4 max-w-[88ch] border-b border-b-rule">
      <p className="big-figure">
        {necessary.length === 0 ? (
          "0"
        ) : (
          <a className="text-inherit" href={asOfHref(leafHref(leaf, "necessary"))}>
            {necessary.length}
          </a>
        )}
      </p>
      <div>
        <p className="text-caption text-muted">{kindWords(keystone, keystoneKind(keystone), names)}</p>
        <h3 className="text-body font-semibold">
          <a href={asOfHref(leafHref(leaf))}>{leafTitle(leaf, facts)}</a>
        </h3>
        <KeystoneSentence keystone={keystone} />
        {next.length === 0 ? null : (
          <p className="text-caption text-muted">
            {t.rich("keystones.nextOf", { list: () => <LeafList leaves={next} facts={facts} /> })}
          </p>
        )}
        <InferredNote keystone={keystone} />
        <p className="mt-2">
          <a href={asOfHref(supposeHref(leaf))}>{t("keystones.suppose")}</a>
        </p>
      </div>
    </article>
  );
}

export function KeystoneSentence({ keystone }: { keystone: KeystoneRow }) {
  const { leaf, named, participants, necessary, frees, freesAssumed } = keystone;
  return (
    <p>
      {t.rich("keystones.card.names", {
        named: named.length,
        participants: participants.length,
        necessary: necessary.length,
        pledges: linkTo(waitingHref(leaf)),
        needs: linkTo(leafHref(leaf, "necessary")),
      })}{" "}
      {t.rich("keystones.card.frees", {
        frees: frees.length,
        assumed: freesAssumed.length,
        alone: frees.length === 0 ? (words) => words : linkTo(leafHref(leaf, "frees")),
        with: linkTo(leafHref(leaf, "freesAssumed")),
      })}
    </p>
  );
}

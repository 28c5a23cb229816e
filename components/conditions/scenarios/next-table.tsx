import { canonical, type Json } from "@/lib/domain/base/canonical";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import type { Bottleneck, ScenarioResult } from "@/lib/domain/history/scenarios/scenario";
import { leafTitle } from "@/lib/i18n/words/leaf-words";
import { translator } from "@/lib/i18n/translator";
import { leafHref } from "@/components/conditions/conditions/view";

const t = translator("scenarios");

/** The next bottleneck, on record and as assumed. */
export function NextTable({ next, facts }: { next: ScenarioResult["next"]; facts: LeafFacts }) {
  const isSame = canonical(next.base as unknown as Json) === canonical(next.supposed as unknown as Json);
  return (
    <section aria-labelledby="next">
      <h3 id="next">{t("result.next")}</h3>
      <p className="muted mb-2">{t("result.nextText")}</p>
      <dl className="scnext">
        <div>
          <dt>{t("result.nextBase")}</dt>
          <dd>
            <One of={next.base} facts={facts} />
          </dd>
        </div>
        <div>
          <dt>{t("result.nextSupposed")}</dt>
          <dd>{isSame ? t("result.same") : <One of={next.supposed} facts={facts} />}</dd>
        </div>
      </dl>
    </section>
  );
}

function One({ of, facts }: { of: Bottleneck | null; facts: LeafFacts }) {
  if (of === null) return <>{t("result.nextNone")}</>;
  const { leaf, frees, freesAssumed, necessary, named } = of;
  return (
    <>
      <a href={leafHref(leaf)}>{leafTitle(leaf, facts)}</a>
      <br />
      <span className="muted">
        {t("result.nextFigures", { frees, assumed: freesAssumed, necessary, named })}
      </span>
    </>
  );
}

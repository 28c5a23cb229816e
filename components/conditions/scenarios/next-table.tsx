import { canonical, type Json } from "@/lib/domain/base/canonical";
import { leafName } from "@/lib/domain/conditions/leaf-name";
import type { Bottleneck, ScenarioResult } from "@/lib/domain/history/scenarios/scenario";
import type { Named } from "@/lib/domain/history/scenarios/scenario-details";
import { leafTitle } from "@/lib/i18n/words/leaf-words";
import { translator } from "@/lib/i18n/translator";
import { leafHref } from "@/components/conditions/conditions/view";

const t = translator("scenarios");

type Known = Pick<Named, "facts" | "inferred">;

/** The next bottleneck, on record and as assumed. */
export function NextTable({ next, ...named }: { next: ScenarioResult["next"] } & Known) {
  const isSame = canonical(next.base as unknown as Json) === canonical(next.supposed as unknown as Json);
  return (
    <section aria-labelledby="next">
      <h3 className="mt-6" id="next">
        {t("result.next")}
      </h3>
      <p className="text-muted mb-2">{t("result.nextText")}</p>
      <dl className="grid grid-cols-2 gap-y-0 gap-x-8 max-md:grid-cols-1 max-md:gap-3">
        <div>
          <dt className="text-muted">{t("result.nextBase")}</dt>
          <dd>
            <One of={next.base} {...named} />
          </dd>
        </div>
        <div>
          <dt className="text-muted">{t("result.nextSupposed")}</dt>
          <dd>{isSame ? t("result.same") : <One of={next.supposed} {...named} />}</dd>
        </div>
      </dl>
    </section>
  );
}

function One({ of, facts, inferred }: { of: Bottleneck | null } & Known) {
  if (of === null) return <>{t("result.nextNone")}</>;
  const { leaf, frees, freesAssumed, necessary, named } = of;
  return (
    <>
      <a href={leafHref(leaf)}>{leafTitle(leaf, facts)}</a>
      <br />
      <span className="text-muted">
        {t("result.nextFigures", { frees, assumed: freesAssumed, necessary, named })}{" "}
        {t("result.nextInferred", { inferred: inferred[leafName(leaf)] ?? 0 })}
      </span>
    </>
  );
}

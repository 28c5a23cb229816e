// Baselines, and for managers the form that names one.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Ledger } from "@/components/ui/ledger/ledger";
import type { Baseline } from "@/lib/domain/oversight/baseline";
import { registerZone, registerZoneName, shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { viewHref } from "@/components/ui/address/view-href";
import { buttonLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import { BaselineForm } from "./baseline-form";
import { baselineWords } from "./words";

const t = translator("changes");

interface Given {
  baselines: readonly Baseline[];
  mayName: boolean;
  at: string;
}

export function Baselines({ baselines, mayName, at }: Given) {
  return (
    <Section id="baselines" title={t("baselines.title")}>
      <p className="text-muted mb-4 max-w-3xl">{t("baselines.text")}</p>
      {baselines.length === 0 ? (
        <p>{t("baselines.none")}</p>
      ) : (
        <Ledger
          caption={t("baselines.caption")}
          rows={baselines}
          rowKey={({ id }) => id}
          columns={[
            {
              heading: t("baselines.name"),
              names: true,
              cell: ({ name }) => <a href={asOfHref(viewHref("/changes", { since: name }))}>{name}</a>,
            },
            {
              heading: t("baselines.asOf"),
              cell: ({ asOf }) => `${shortMoment(asOf)} ${registerZoneName()}`,
            },
            { heading: t("baselines.named"), cell: ({ createdAt }) => shortMoment(createdAt) },
          ]}
        />
      )}
      {mayName ? (
        <details className="mt-4" id="name-baseline" open={baselines.length === 0}>
          <summary className={buttonLook()}>{t("baselines.add")}</summary>
          <BaselineForm
            timeZone={registerZone()}
            latest={at}
            title={t("baselines.add")}
            words={baselineWords()}
          />
        </details>
      ) : null}
    </Section>
  );
}

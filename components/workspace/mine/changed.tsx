// What others changed on the participants of a desk since yesterday morning.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { Ago } from "@/components/tables/ago";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { viewHref } from "@/components/ui/address/view-href";
import { Ledger } from "@/components/ui/ledger/ledger";
import { Section } from "@/components/ui/page/section";
import type { Day } from "@/lib/domain/base/day";
import type { ChangedPledge } from "@/lib/domain/details/desk-today";
import { deedWords } from "@/lib/i18n/words/domain-words";
import { translator } from "@/lib/i18n/translator";

const t = translator("mine");

interface Props {
  changed: { items: readonly ChangedPledge[]; more: boolean };
  since: Day;
  desk: readonly string[];
  names: Readonly<Record<string, string>>;
  at: string;
}

export function ChangedSince({ changed, since, desk, names, at }: Props) {
  if (changed.items.length === 0) return null;
  return (
    <Section
      id="mine-changed"
      title={t("changed.title")}
      aside={<a href={asOfHref(viewHref("/changes", { since, participant: desk }))}>{t("changed.all")}</a>}
    >
      <Ledger
        caption={t("changed.title")}
        walked
        rows={changed.items}
        rowKey={({ reference }) => reference}
        columns={[
          {
            heading: t("column.pledge"),
            bare: true,
            className: "whitespace-nowrap",
            cell: ({ reference }) => <PledgeLink reference={reference} at="#activity" />,
          },
          { heading: t("column.participant"), cell: ({ participant }) => names[participant] ?? participant },
          {
            heading: t("changed.what"),
            names: true,
            cell: ({ by, action, title }) => (
              <>
                <b>{by}</b> {deedWords(action)}
                <br />
                <span className="text-muted">{title}</span>
              </>
            ),
          },
          {
            heading: t("changed.when"),
            className: "whitespace-nowrap",
            cell: ({ at: when }) => <Ago at={when} now={at} />,
          },
        ]}
      />
      {changed.more ? <p className="pager">{t("changed.more")}</p> : null}
    </Section>
  );
}

import { filterWords } from "@/components/tables/filter-words";
import { Choice } from "@/components/ui/ledger/choice";
import { FilterBar } from "@/components/ui/ledger/filter-bar";
import type { Actor } from "@/lib/domain/people/actor";
import { kindsOf, NOTICE_SHOWS } from "@/lib/domain/notices/notice";
import { translator } from "@/lib/i18n/translator";
import { Segments } from "@/components/ui/address/switches";
import { inboxHref, type InboxView } from "./view";

const t = translator("inbox");

export function InboxFilterForm({ view, actor }: { view: InboxView; actor: Actor }) {
  return (
    <FilterBar action="/inbox" words={filterWords()} keep={{ show: view.show === "all" ? null : view.show }}>
      <Shows view={view} />
      <Choice
        name="kind"
        label={t("filter.kind")}
        all={t("filter.all")}
        chosen={view.kind}
        options={kindsOf(actor).map((kind) => [kind, t(`kind.${kind}`)] as const)}
      />
    </FilterBar>
  );
}

/** All, unread or read. */
function Shows({ view }: { view: InboxView }) {
  return (
    <Segments
      label={t("show.label")}
      views={NOTICE_SHOWS.map((show) => ({
        href: inboxHref({ ...view, show }),
        words: t(`show.${show}`),
        isCurrent: show === view.show,
      }))}
    />
  );
}

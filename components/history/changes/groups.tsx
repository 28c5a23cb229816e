// The changes by participant, priority or class: one line each. Every number leads to its rows.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Count } from "@/components/ui/count";
import { FirstRows } from "@/components/tables/first-rows";
import { Ledger, type ListColumn } from "@/components/ui/ledger/ledger";
import { Menu } from "@/components/ui/fold/menu";
import { Section } from "@/components/ui/page/section";
import type { ChangesGroup, ChangeSection } from "@/lib/domain/history/changes";
import type { Priority } from "@/lib/domain/base/priority";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { inOrder } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { changesHref, sectionHref, type ChangesView } from "./view";

const t = translator("changes");
const domain = translator("domain");

const COLUMNS = [
  "new",
  "resolved",
  "open",
  "logged",
  "moved",
  "quantities",
  "declined",
] as const satisfies readonly ChangeSection[];
const GROUPINGS = ["participant", "priority"] as const;

/** Participants with the most changes; the others are folded. */
const FIRST = 6;

type NamedGroup = ChangesGroup & { name: string };

interface Given {
  groups: readonly ChangesGroup[];
  view: ChangesView;
  participants: Readonly<Record<string, string>>;
}

export function Groups({ groups, view, participants }: Given) {
  const by = t(`group.${view.group}`);
  const shown = groups.filter(({ counts }) =>
    COLUMNS.some((section) => section !== "open" && counts[section] > 0),
  );
  const named = shown
    .map((group) => ({ ...group, name: nameOf(view, group.key, participants) }))
    .sort((a, b) => weightIn(view, b) - weightIn(view, a) || inOrder(a.name, b.name));
  return (
    <Section
      id="groups"
      title={t("group.title")}
      aside={
        <Menu
          label={t("group.by", { group: inSentence(by) })}
          items={GROUPINGS.map((group) => ({
            href: changesHref({ ...view, group }, { fragment: "groups" }),
            label: t(`group.${group}`),
            current: group === view.group,
          }))}
        />
      }
    >
      <FirstRows rows={named} most={FIRST}>
        {(rows) => (
          <Ledger
            className="chgr"
            caption={t("group.caption", { group: inSentence(by) })}
            rows={rows}
            rowKey={({ key }) => key}
            columns={columnsOf(view)}
          />
        )}
      </FirstRows>
      {shown.length < groups.length ? (
        <p className="text-muted mt-4">{t("group.others", { count: groups.length - shown.length })}</p>
      ) : null}
    </Section>
  );
}

const columnsOf = (view: ChangesView): ListColumn<NamedGroup>[] => [
  {
    heading: t(`group.${view.group}`),
    names: true,
    cell: ({ key, name }) => <a href={asOfHref(changesHref(behind(view, key)))}>{name}</a>,
  },
  ...COLUMNS.map((section) => ({
    heading: t(`short.${section}`),
    numeric: true,
    cell: ({ key, counts }: NamedGroup) =>
      counts[section] === 0 ? (
        <span className="zero text-subtle">0</span>
      ) : (
        <Count n={counts[section]} href={sectionHref(behind(view, key), section)} />
      ),
  })),
];

/** Participants by how much changed; priorities stay in their order. */
const weightIn = ({ group }: ChangesView, { counts }: ChangesGroup): number =>
  group === "participant"
    ? COLUMNS.reduce((sum, section) => sum + (section === "open" ? 0 : counts[section]), 0)
    : 0;

const behind = (view: ChangesView, key: string): ChangesView =>
  view.group === "participant"
    ? { ...view, participant: [key], group: "priority" }
    : { ...view, priority: [Number(key) as Priority], group: "participant" };

const nameOf = (view: ChangesView, key: string, participants: Given["participants"]): string =>
  view.group === "participant" ? (participants[key] ?? key) : `${key} ${domain.ofCode("priority", key)}`;

// The sentence that says what is unresolved. Each figure leads to its rows.
import { linkTo } from "@/components/ui/link-to";
import type { Names } from "@/components/ui/names";
import { viewHref } from "@/components/ui/address/view-href";
import type { Headline as Figures } from "@/lib/domain/unresolved/figures";
import { OPEN_STAGES } from "@/lib/domain/pledge/stages";
import type { UnresolvedCode } from "@/lib/domain/unresolved/unresolved";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { leftOutText } from "@/lib/schema/typed";
import { askedWords } from "@/lib/i18n/words/filter-words";
import { numberInWords } from "@/lib/i18n/numbers";
import { dayInWords } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/translator";
import { unresolvedHref, WHOLE_UNRESOLVED, type UnresolvedView } from "./view";

const t = translator("unresolved");

export function UnresolvedHeadline({ figures }: { figures: Figures }) {
  const [first, second] = figures.topCodes.map(({ code }) => code);
  const most = first === undefined ? "none" : second === undefined ? "one" : "two";
  return (
    <p className="headline">
      {t.rich("headline.positions", {
        positions: figures.positions,
        without: figures.positionsWithout,
        all: linkTo(allOf("NO_PLEDGE")),
      })}{" "}
      {t.rich("headline.pledges", {
        open: figures.openPledges,
        lacking: figures.pledgesLacking,
        most,
        firstWord: first === undefined ? "" : t(`lack.${first}`),
        secondWord: second === undefined ? "" : t(`lack.${second}`),
        pledges: linkTo(viewHref("/pledges", { stage: OPEN_STAGES })),
        lack: linkTo(viewHref("/pledges", { stage: OPEN_STAGES, class: COUNTED_CLASSES })),
        first: linkTo(allOf(first)),
        second: linkTo(allOf(second)),
      })}
    </p>
  );
}

/** For a filtered view: how many of all, and the filters. */
export function ViewHeadline({
  counted,
  dormant,
  all,
  view,
  names,
}: {
  /** In the view. */
  counted: number;
  dormant: number;
  /** In the register. */
  all: number;
  view: UnresolvedView;
  names: Names;
}) {
  return (
    <p className="headline">
      {t.rich("headline.view", {
        counted,
        dormant: view.class.includes("DORMANT") ? dormant : 0,
        asked: askedOf(view, names),
        all: numberInWords(all),
        rows: linkTo(unresolvedHref({ ...view, open: null })),
        register: linkTo(unresolvedHref({ ...WHOLE_UNRESOLVED, group: view.group })),
      })}
    </p>
  );
}

/** "participant: France; reason: Overdue" */
function askedOf({ group: _group, open: _open, against: _against, ...filter }: UnresolvedView, names: Names) {
  const [, query = ""] = viewHref("/", { ...filter, not: leftOutText(filter.not ?? {}) }).split("?");
  const since = filter.since === null ? {} : { [filter.since]: dayInWords(filter.since) };
  return askedWords(new URLSearchParams(query), {
    participant: names.participants,
    owner: names.owners,
    since,
  });
}

function allOf(code: UnresolvedCode | undefined): string {
  return code === undefined
    ? "/unresolved"
    : unresolvedHref({ ...WHOLE_UNRESOLVED, code: [code], open: code });
}

// The sentence that says what is open, made from the figures. Each figure leads to its rows.
import { getTranslations } from "next-intl/server";
import { linkTo } from "@/components/ui/link-to";
import { viewHref } from "@/components/ui/view-href";
import type { Headline as Figures } from "@/lib/domain/figures";
import { OPEN_STAGES } from "@/lib/domain/stages";
import { COUNTED_CLASSES, type UnresolvedCode } from "@/lib/domain/unresolved";
import { unresolvedHref, WHOLE } from "./view";

export async function Headline({ figures }: { figures: Figures }) {
  const t = await getTranslations("unresolved");
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

function allOf(code: UnresolvedCode | undefined): string {
  return code === undefined ? "/unresolved" : unresolvedHref({ ...WHOLE, code: [code], open: code });
}

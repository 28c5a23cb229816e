// "If …": what is supposed true, what could then start, and what would still hold the others back.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { newHref } from "@/components/conditions/scenarios/view";
import { buttonLook } from "@/components/ui/looks";
import { withAssumptionNamed } from "@/lib/domain/history/scenarios/assumption-name";
import type { NamedGraph } from "@/lib/domain/conditions/graph/graph";
import { suppositionName, type Supposition } from "@/lib/domain/conditions/graph/suppose";
import type { Leaf } from "@/lib/domain/pledge/condition";
import { listWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { boxTitle, leafTitle } from "@/lib/i18n/words/leaf-words";
import { graphHref, isSupposing, supposedHref, type GraphView } from "./view";

const t = translator("graph");

interface Given {
  graph: NamedGraph;
  view: GraphView;
  names: Readonly<Record<string, string>>;
}

export function SupposeBar({ graph, view, names }: Given) {
  const offered = offeredIn(graph, view);
  const leaves = view.suppose.filter((one): one is Leaf => typeof one !== "string");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <b>{t("supposeBar")}</b>
      {offered.map((one) => {
        const isOn = isSupposing(view, one);
        return (
          <a
            key={suppositionName(one)}
            className={isOn ? buttonLook("border-dashed border-done bg-done-tint") : buttonLook()}
            href={asOfHref(supposedHref(view, one))}
            aria-current={isOn ? "true" : undefined}
          >
            {titleOf(one, graph, names)}
            {isOn ? <span aria-hidden="true"> ×</span> : null}
          </a>
        );
      })}
      {view.suppose.length === 0 ? null : (
        <>
          <a href={asOfHref(graphHref({ ...view, suppose: [] }))}>{t("clear")}</a>
          {leaves.length === view.suppose.length ? (
            <a
              href={asOfHref(
                newHref({ asOf: null, assumptions: leaves.map(withAssumptionNamed), priority: null }),
              )}
            >
              {t("keep")}
            </a>
          ) : null}
        </>
      )}
    </div>
  );
}

/** What is supposed, and what most pledges can't start without. */
function offeredIn({ boxes, keystones }: NamedGraph, { suppose }: GraphView): Supposition[] {
  const first = boxes
    .flatMap(({ id }) => keystones.get(id) ?? [])
    .sort((a, b) => b.necessary - a.necessary || b.named - a.named)
    .slice(0, 1)
    .map(({ leaf }) => leaf);
  const all: Supposition[] = [...first, "dormant", "approvals", ...suppose];
  return [...new Map(all.map((one) => [suppositionName(one), one])).values()];
}

function titleOf(one: Supposition, graph: NamedGraph, names: Given["names"]): string {
  if (typeof one === "string") return t(`atOnce.${one}`);
  if ("pledge" in one) {
    const box = graph.boxes.find(({ id }) => id === one.pledge);
    return box ? boxTitle(box, graph, names) : leafTitle(one, graph.facts);
  }
  return leafTitle(one, graph.facts);
}

/** Further ones are only counted. */
const MOST_NAMED = 6;

export function SupposeOutcome({ graph, view }: Omit<Given, "names">) {
  if (view.suppose.length === 0) return null;
  const { starting, startingNow, waiting, freed, holding, held } = graph;
  return (
    <p className="mt-3" role="status">
      <b>{t("outcome", { starting, waiting, before: startingNow })}</b>{" "}
      {freed.length === 0
        ? t("freedNone")
        : freed.length > MOST_NAMED
          ? t("freedMany", { count: freed.length })
          : t("freed", { count: freed.length, list: listWords(freed) })}{" "}
      {held === 0 ? null : t("held", { things: holding.length, held })}
    </p>
  );
}

// What follows: in sentences first, then by requirement and by pledge.
import { Section } from "@/components/ui/page/section";
import type { Priority } from "@/lib/domain/base/priority";
import type { ScenarioResult } from "@/lib/domain/history/scenarios/scenario";
import type { Named } from "@/lib/domain/history/scenarios/scenario-details";
import { translator } from "@/lib/i18n/translator";
import { Segments } from "@/components/ui/address/switches";
import { CoverageTable } from "./coverage-table";
import { NextTable } from "./next-table";
import { Obstacles } from "./obstacles";
import { PledgeList } from "./pledge-list";

const t = translator("scenarios");

const domain = translator("domain");

interface Given {
  result: ScenarioResult;
  named: Named;
  names: Readonly<Record<string, string>>;
  title: string;
  /** The priority whose requirements are shown; null: all. */
  priority: Priority | null;
  /** The address that shows another priority's requirements. */
  href: (priority: Priority | null) => string;
}

export function ScenarioResultView({ result, named, names, title, priority, href }: Given) {
  const { started, stopped, obstacles, waiting, conditioned, next } = result;
  const rows = result.coverage.filter((row) => priority === null || row.priority === priority);
  const short = rows.filter(({ supposed }) => supposed.shortfall !== "0").length;
  const listed = obstacles.first.length;
  const n = obstacles.first.filter(({ appeared }) => appeared.length > 0).length;
  const priorities = [...new Set(result.coverage.map((row) => row.priority))].sort();
  const b = (words: React.ReactNode) => <b>{words}</b>;
  return (
    <Section
      id="result"
      title={title}
      className="pl-4 max-[561px]:pl-3 border-l-2 [border-left-style:dashed] border-l-waiting [print-color-adjust:exact]"
      anchor="what-follows"
    >
      <p className="headline">
        {t.rich("result.start", { n: started.count, b })} {t.rich("result.stop", { n: stopped.count, b })}{" "}
        {/* Of those beyond the first, only the number is stored. */}
        {obstacles.count > listed
          ? t.rich("result.heldOfListed", { n, listed, b })
          : t.rich("result.held", { n, b })}{" "}
        {rows.length === 0
          ? t("result.noneNeeded")
          : t.rich("result.short", { short, count: rows.length, b })}
      </p>
      <p className="text-muted mb-4">
        {t("result.waits", { conditioned, base: waiting.base, supposed: waiting.supposed })}
      </p>
      <h3 className="mt-6" id="coverage-beside">
        {t("result.coverage")}
      </h3>
      <p className="text-muted">{t("result.coverageText")}</p>
      {priorities.length > 1 ? (
        <Segments
          label={t("result.priority")}
          className="wrap my-3 max-md:flex-col print:hidden"
          views={[null, ...priorities].map((one) => ({
            href: href(one),
            words: one === null ? t("result.all") : domain(`priority.${one}`),
            isCurrent: one === priority,
          }))}
        />
      ) : null}
      {rows.length === 0 ? <p>{t("result.noneNeeded")}</p> : <CoverageTable rows={rows} />}
      <Obstacles obstacles={obstacles} names={names} />
      <div className="grid grid-cols-2 gap-y-0 gap-x-8 max-md:grid-cols-1">
        <PledgeList id="started" pledges={started} names={names} />
        <PledgeList id="stopped" pledges={stopped} names={names} />
      </div>
      <NextTable next={next} facts={named.facts} inferred={named.inferred} />
    </Section>
  );
}

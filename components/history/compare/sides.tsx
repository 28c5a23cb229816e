// Each moment with the pledge's stage, and how many fields differ.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { pointName, type PointView } from "@/components/history/changes/moments";
import { StageMark } from "@/components/ui/marks/stage-ring";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { registerZoneName, shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { compareHref, type CompareView } from "./view";

const t = translator("changes");
const domain = translator("domain");

type Side = PointView & { details: PledgeDetails | null };

interface Given {
  from: Side;
  to: Side;
  view: CompareView;
  /** Fields of the record that differ; null where there is no record to compare with. */
  count: number | null;
}

export function Sides({ from, to, view, count }: Given) {
  return (
    <>
      <dl className="sides grid grid-cols-2 gap-4 mx-0 my-4 max-md:grid-cols-1">
        {[from, to].map((side) => (
          <div
            className="p-3 border-x border-t-3 border-b border-x-rule border-t-rule-strong border-b-rule"
            key={side.at}
          >
            <dt className="font-semibold">
              {pointName(side)}
              <span className="text-muted">
                {" "}
                {side.baseline === null
                  ? registerZoneName()
                  : `${shortMoment(side.at)} ${registerZoneName()}`}
              </span>
            </dt>
            <dd>
              {side.details === null ? (
                t("compare.absent")
              ) : (
                <>
                  <StageMark stage={side.details.stage}>{domain(`stage.${side.details.stage}`)}</StageMark>{" "}
                  {side.details.title}
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {count === null ? null : (
        <p>
          {t("compare.differences", { count })}{" "}
          <a href={asOfHref(compareHref({ ...view, only: !view.only }))}>
            {t(view.only ? "compare.all" : "compare.only")}
          </a>
        </p>
      )}
    </>
  );
}

import { isStated } from "@/components/unresolved/coverage/figures";
import { ChartTools, type PictureFacts } from "@/components/unresolved/charts/chart-tools";
import { mostFinding } from "@/lib/domain/unresolved/charts/coverage-findings";
import type { Priority } from "@/lib/domain/base/priority";
import { translator } from "@/lib/i18n/translator";
import type { MapPlace } from "./places";

const t = translator("map");
const domain = translator("domain");

/** Id of the element that holds the drawing. */
export const MAP_CHART = "coverage-map";

interface Props {
  places: readonly MapPlace[];
  priority: Priority;
  pictureFacts: PictureFacts;
}

/** Who has most open on the priority, with the drawing's picture and data. */
export function MapTitle({ places, priority, pictureFacts }: Props) {
  const found = mostFinding(
    places
      .filter(({ cell }) => isStated(cell))
      .map(({ name, cell: { unresolved } }) => ({ name, items: unresolved })),
  );
  const { names = [], most = 0, items = 0 } = found ?? {};
  const [name = "", second = ""] = names;
  const finding = found
    ? t("finding", { name, second, most, items, count: names.length, others: names.length - 1 })
    : t("noFinding", { priority: domain(`priority.${priority}`) });
  return (
    <header className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
      <h2 className="text-lead font-semibold">{finding}</h2>
      <ChartTools id={MAP_CHART} finding={finding} data="/api/v1/coverage.csv" {...pictureFacts} />
    </header>
  );
}

import { translator } from "@/lib/i18n/translator";
import { zoneName } from "@/lib/i18n/when";
import { pointTime, type PointView } from "./moments";

const t = translator("changes");

/** Between which moments, on the register's clocks, and by which rules. */
export function Period({ from, to, timeZone }: { from: PointView; to: PointView; timeZone: string }) {
  const [begin, end] = [pointTime(from, timeZone), pointTime(to, timeZone)];
  return <p className="muted">{t("period", { from: begin, to: end, zone: zoneName(timeZone) })}</p>;
}

import { translator } from "@/lib/i18n/translator";
import { zoneName } from "@/lib/i18n/dates";
import { pointTime, type PointView } from "./moments";

const t = translator("changes");

/** The two moments in the register's time, and the version of the rules. */
export function Period({ from, to, timeZone }: { from: PointView; to: PointView; timeZone: string }) {
  const [begin, end] = [pointTime(from, timeZone), pointTime(to, timeZone)];
  return <p className="text-muted">{t("period", { from: begin, to: end, zone: zoneName(timeZone) })}</p>;
}

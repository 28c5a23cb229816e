import { registerZoneName, shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import type { PointView } from "./moments";

const t = translator("changes");

/** The two moments in the register's time, and the version of the rules. */
export function Period({ from, to }: { from: PointView; to: PointView }) {
  const period = { from: shortMoment(from.at), to: shortMoment(to.at), zone: registerZoneName() };
  return <p className="text-muted">{t("period", period)}</p>;
}

import type { Presence } from "@/lib/domain/requirements/requirement-coverage";
import { translator } from "@/lib/i18n/translator";

const t = translator("requirements");

const WIDTH = 640;
const HEIGHT = 140;
const LEFT = 8;
const BASE = 112;
const TOP = 16;

/** Steps of what is firm, with the need as a line across. */
export function PresenceChart({
  days,
  need,
  label,
}: {
  days: readonly Presence[];
  need: bigint;
  label: string;
}) {
  const last = Math.max(days.at(-1)?.day ?? 0, 1) * 1.1;
  const most = days.reduce((top, { firm }) => (firm.low > top ? firm.low : top), need);
  const x = (day: number): number => LEFT + (day / last) * (WIDTH - 2 * LEFT);
  const y = (amount: bigint): number => BASE - Number((amount * 1000n) / most / 1n) * ((BASE - TOP) / 1000);
  const path = days.map(
    ({ day, firm }, i) => `${i === 0 ? `M${x(day)} ${BASE}` : `H${x(day)}`} V${y(firm.low)}`,
  );
  return (
    <svg
      className="steps5 overflow-visible mb-3 w-full h-auto max-w-160"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <line
        className="needed stroke-waiting stroke-[1.5]"
        x1={LEFT}
        x2={WIDTH - LEFT}
        y1={y(need)}
        y2={y(need)}
      />
      <text className="text-caption/[normal] fill-muted" x={WIDTH - LEFT} y={y(need) - 5} textAnchor="end">
        {t("neededLine")}
      </text>
      <path className="fill-none stroke-moving stroke-2" d={`${path.join(" ")} H${WIDTH - LEFT}`} />
      <line className="axis stroke-rule-strong" x1={LEFT} x2={WIDTH - LEFT} y1={BASE} y2={BASE} />
      {days.map(({ day }) => (
        <text
          className="text-caption/[normal] fill-muted"
          key={day}
          x={x(day)}
          y={BASE + 18}
          textAnchor={day === 0 ? "start" : "middle"}
        >
          {t("dayDue", { day })}
        </text>
      ))}
    </svg>
  );
}

// Pledges that wait for each other and nothing outside opens: whatever is decided, they stay.
import { Mark } from "@/components/ui/mark";
import type { CycleSheet } from "@/lib/domain/cycle-sheet";
import { translator } from "@/lib/i18n/translator";

const t = translator("requirements");

interface Given {
  cycles: readonly CycleSheet[];
  names: Readonly<Record<string, string>>;
}

export function Deadlocks({ cycles, names }: Given) {
  const shut = cycles.filter(({ isDeadlock }) => isDeadlock);
  if (shut.length === 0) return null;
  return (
    <section aria-labelledby="deadlocks">
      <h2 id="deadlocks">{t("deadlocks.title", { count: shut.length })}</h2>
      {shut.map(({ pledges, participants }) => (
        <p key={pledges.join(" ")} className="mb-3">
          <Mark glyph="blocked" family="blocked">
            <span>
              {t("deadlocks.circle", { parties: list(participants.map((code) => names[code] ?? code)) })}{" "}
              <a href="/conditions#deadlocks">{t("deadlocks.show")}</a>
            </span>
          </Mark>
        </p>
      ))}
    </section>
  );
}

const list = (names: readonly string[]): string => new Intl.ListFormat("en-GB").format(names);

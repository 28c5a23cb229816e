// Pledges that wait for each other, and that nothing outside opens.
import { basisWords } from "@/components/conditions/conditions/basis-words";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Glyph } from "@/components/ui/marks/glyph";
import type { CycleDetails } from "@/lib/domain/conditions/cycle-details";
import { listWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";

const t = translator("requirements");

interface Given {
  cycles: readonly CycleDetails[];
  names: Readonly<Record<string, string>>;
}

export function Deadlocks({ cycles, names }: Given) {
  const shut = cycles.filter(({ isDeadlock }) => isDeadlock);
  if (shut.length === 0) return null;
  return (
    <section
      className="max-md:first:order-0 max-md:mt-8 max-md:pb-0 max-md:first:-order-1"
      aria-labelledby="deadlocks"
    >
      <h2 id="deadlocks">{t("deadlocks.title", { count: shut.length })}</h2>
      {shut.map((cycle) => (
        <p key={cycle.pledges.join(" ")} className="mb-3 flex gap-2">
          <Glyph name="blocked" className="text-blocked" />
          <span>
            {t("deadlocks.circle", { parties: list(cycle.participants.map((code) => names[code] ?? code)) })}{" "}
            {basisWords(cycle)} <a href={asOfHref("/conditions#deadlocks")}>{t("deadlocks.show")}</a>
          </span>
        </p>
      ))}
    </section>
  );
}

const list = (names: readonly string[]): string => listWords(names);

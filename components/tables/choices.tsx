// The boxes that filters of several lists have.
import { Choice } from "@/components/ui/ledger/choice";
import { NOBODY } from "@/lib/domain/base/listing";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { translator } from "@/lib/i18n/translator";

const t = translator("tables");
const domain = translator("domain");

interface Named {
  chosen: readonly string[];
  /** By code or address. */
  names: Readonly<Record<string, string>>;
}

export function ParticipantChoice({ chosen, names }: Named) {
  return (
    <Choice
      name="participant"
      label={domain("field.participant")}
      all={t("filter.participants")}
      chosen={chosen}
      options={Object.entries(names)}
    />
  );
}

export function PriorityChoice({ chosen }: { chosen: readonly number[] }) {
  return (
    <Choice
      name="priority"
      label={domain("field.priority")}
      all={t("filter.priorities")}
      chosen={chosen.map(String)}
      options={PRIORITIES.map((one) => [String(one), `${one} ${domain(`priority.${one}`)}`])}
    />
  );
}

export function OwnerChoice({ chosen, names }: Named) {
  return (
    <Choice
      name="owner"
      label={domain("field.owner")}
      all={t("filter.owners")}
      chosen={chosen}
      options={[...Object.entries(names), [NOBODY, t("filter.nobody")]]}
    />
  );
}

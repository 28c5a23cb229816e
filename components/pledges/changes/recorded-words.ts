// What the record itself says on a field that evidence may speak to.
import type { Json } from "@/lib/domain/base/canonical";
import type { EvidenceField } from "@/lib/domain/pledge/evidence";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { translator } from "@/lib/i18n/translator";
import { valueWords } from "./value-words";
import { listedApart, labelled } from "@/lib/i18n/signs";

/** Null where the record says nothing; for contributions, what each line says. */
export function recordedWords(details: PledgeDetails, field: EvidenceField): string | null {
  if (field === "condition") return null;
  if (field === "approvals") return approvalsIn(details);
  const [list, member] = field.split(".");
  const values =
    list === "contributions"
      ? details.contributions.map((line) => (member === undefined ? line : Reflect.get(line, member)) as Json)
      : [Reflect.get(details, field) as Json];
  const said = values.filter((value) => value !== null && !(Array.isArray(value) && value.length === 0));
  return said.length === 0 ? null : listedApart(said.map((value) => valueWords(field, value)));
}

function approvalsIn({ approvals }: PledgeDetails): string | null {
  const domain = translator("domain");
  const words = approvals.map(({ body, status }) => labelled(body, domain(`approvalStatus.${status}`)));
  return words.length === 0 ? null : listedApart(words);
}

// Other lists of pages as tables of their own, with the figures the pages show.
import type { SourceRow } from "../../details/source-details";
import type { ParticipantRow } from "../../unresolved/matrix";
import type { Requirement } from "../../requirements/requirement";
import type { RequirementDetails } from "../../requirements/requirement-details";
import type { CalendarEntry } from "../../unresolved/calendar";
import { dayField, instantField, integer, table, textField, type Column } from "../table";
import { FIGURES } from "./derived";
import { FORMER_NAMES, PARTICIPANT, SEARCHES, REQUIREMENT, SOURCE } from "./records";

export const sourceList = table<SourceRow>("sources", ["id"], {
  ...SOURCE,
  pledges: integer((row) => row.pledges),
});

export const calendarTable = table<CalendarEntry>("calendar", ["on", "reference", "kind", "id"], {
  on: dayField((entry) => entry.on),
  kind: textField((entry) => entry.what),
  participant: textField((entry) => entry.participant),
  priority: integer((entry) => entry.priority),
  reference: textField((entry) => entry.reference),
  title: textField((entry) => entry.title),
  about: textField((entry) => entry.about),
  id: textField((entry) => entry.id),
  handling: textField((entry) => entry.handling),
  version: integer((entry) => entry.version),
  updatedAt: instantField((entry) => entry.updatedAt),
});

/** Figures are for readers with access to the register. */
export type ListedParticipant = Omit<ParticipantRow, "pledges" | "unresolved"> & {
  pledges: number | null;
  unresolved: number | null;
};

export const participantList = table<ListedParticipant>("participants", ["code"], {
  ...PARTICIPANT,
  pledges: integer((row) => row.pledges),
  unresolved: integer((row) => row.unresolved),
  ...SEARCHES,
  ...FORMER_NAMES,
});

export const requirementList = table<RequirementDetails>("requirements", ["reference"], {
  ...ofRequirement(REQUIREMENT),
  ...FIGURES,
});

function ofRequirement(
  columns: Readonly<Record<string, Column<Requirement>>>,
): Record<string, Column<RequirementDetails>> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, { type, of }]) => [
      name,
      { type, of: ({ requirement }: RequirementDetails) => of(requirement) },
    ]),
  );
}

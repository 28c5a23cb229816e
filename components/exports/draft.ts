import { EXPORT_VIEWS, type ExportKind } from "@/lib/domain/log/export";
import { clockOf, instantIn, instantOn } from "@/lib/domain/base/moment";

export interface ExportDraft {
  what: ExportKind;
  priority: string;
  participant: string;
  /** The view's other parameters, from the page that the user came from. */
  rest: string;
  /** As the register's clocks show it; empty for now. */
  asOf: string;
  purpose: string;
}

/** The view's parameters as its page has them; for one participant, its code. */
export function draftFilter({ what, priority, participant, rest }: ExportDraft): string {
  if (what === "PARTICIPANT") return participant;
  if (what !== "REGISTER" && what !== "UNRESOLVED") return "";
  const params = new URLSearchParams(rest);
  if (priority !== "") params.set("priority", priority);
  if (participant !== "") params.set("participant", participant);
  return params.toString();
}

/** In UTC; null for now, undefined for text that is no moment. */
export function draftMoment(
  { asOf }: Pick<ExportDraft, "asOf">,
  timeZone: string,
): string | null | undefined {
  return asOf === "" ? null : (instantOn(asOf, timeZone) ?? undefined);
}

export const FRESH_EXPORT: ExportDraft = {
  what: "REGISTER",
  priority: "",
  participant: "",
  rest: "",
  asOf: "",
  purpose: "",
};

/** What the address says. A view without a moment is asked for as of now. */
export function exportAsked(
  address: Partial<Record<"what" | "filter" | "asOf", string | null>>,
  timeZone: string,
): Pick<ExportDraft, "rest"> & Partial<ExportDraft> {
  const what = EXPORT_VIEWS.find((one) => one === address.what);
  const moment = instantIn(address.asOf ?? "");
  return {
    rest: "",
    ...(what === undefined ? {} : { what, asOf: "", ...filterFields(what, address.filter ?? "") }),
    ...(moment === null ? {} : { asOf: clockOf(moment, timeZone) }),
  };
}

/** The reverse of `draftFilter`: parameters that the form has controls for, and the rest. */
function filterFields(
  what: ExportKind,
  filter: string,
): Pick<ExportDraft, "priority" | "participant" | "rest"> {
  if (what === "PARTICIPANT") return { priority: "", participant: filter, rest: "" };
  const params = new URLSearchParams(filter);
  const matching = (name: string, pattern: RegExp): string => {
    const value = params.get(name) ?? "";
    if (!pattern.test(value)) return "";
    params.delete(name);
    return value;
  };
  const [priority, participant] = [matching("priority", /^[1-5]$/), matching("participant", /^[A-Z]{2,4}$/)];
  return { priority, participant, rest: params.toString() };
}

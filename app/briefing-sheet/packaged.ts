import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { sheetPdf } from "./pdf";
import { loadBriefingSheet } from "./sheet";

/** The sheet that a package of the whole register holds: as of the package's moment, and with its name in the foot. */
export async function packagedSheet(
  actor: Actor,
  asOf: Instant,
  reference: string,
): Promise<Uint8Array | null> {
  const sheet = await loadBriefingSheet(actor, { at: { asOf }, moment: asOf, package: reference });
  return sheet.ok ? sheetPdf(sheet.value, asOf) : null;
}

import { loadBriefingSheet } from "@/app/briefing-sheet/sheet";
import { sheetPdf } from "@/app/briefing-sheet/pdf";
import { file } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { momentOf } from "@/lib/domain/base/as-of";
import { ok } from "@/lib/domain/base/result";
import { fileNameOf } from "@/lib/domain/exchange/table-view";
import { mayReadRegister } from "@/lib/domain/people/actor";

export const briefingOperations = [
  operation({
    method: "GET",
    path: "/briefing.pdf",
    summary: "Download the briefing on one A4 page; the same moment gives the same bytes",
    may: mayReadRegister,
    asOf: true,
    answer: file("application/pdf"),
    run: async ({ actor, when }) => {
      const moment = momentOf(when);
      const sheet = await loadBriefingSheet(actor, { at: when, moment, package: null });
      if (!sheet.ok) return sheet;
      const bytes = await sheetPdf(sheet.value, moment);
      return ok({
        name: `${fileNameOf("briefing", { asOf: moment, narrowed: false })}.pdf`,
        bytes: bytes.length,
        open: () => new Blob([Buffer.from(bytes)]).stream(),
      });
    },
  }),
];

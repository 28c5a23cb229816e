import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RestsOn } from "@/components/review/proposal/rests-on";
import type { AttachedFile } from "@/lib/domain/pledge/file";
import type { Review } from "@/lib/domain/proposals/review";
import { aPiece, aPledge, NOW, TODAY } from "@/tests/support/cast";

const aFile = (name: string): AttachedFile => ({
  id: `file-of-${name}`,
  name,
  type: "PDF",
  bytes: 1200,
  sha256: "ab".repeat(32),
  by: "Officer",
  at: NOW,
});

test("the files of evidence that is decided on are named, with a link to each", () => {
  const cited = aPiece("NOTE_VERBALE", { files: [aFile("Note.pdf")] });
  const brought = aPiece("SIGNED_DOCUMENT", { files: [aFile("Letter.pdf"), aFile("Annex.pdf")] });
  const wish = {
    do: "stage",
    to: "COMMITTED",
    successor: null,
    changes: {},
    evidence: [brought],
    cites: [cited.id],
  };
  const subject = { kind: "pledge", pledge: aPledge({ evidence: [cited] }), wish };
  const html = renderToStaticMarkup(
    createElement(RestsOn, { review: { subject } as unknown as Review, today: TODAY }),
  );
  for (const name of ["Note.pdf", "Letter.pdf", "Annex.pdf"])
    expect(html).toMatch(new RegExp(`<a[^>]*href="[^"]*file-of-${name}"[^>]*>${name}</a>`));
});

import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ProposedPiece } from "@/components/review/proposal/piece";
import { aPiece, TODAY } from "../../support/cast";

test("a publisher’s name, in whatever direction, is isolated from the date after it", () => {
  const piece = aPiece("OFFICIAL_STATEMENT");
  const shown = (title: string | null): string =>
    renderToStaticMarkup(
      createElement(ProposedPiece, {
        piece: { ...piece, source: { ...piece.source, title, publisher: "مصدر", publishedOn: "2026-02-02" } },
        today: TODAY,
      }),
    );
  expect(shown(null)).toContain("<bdi>مصدر</bdi></a>, 2 February 2026. ");
  expect(shown("A statement")).toContain("<bdi>A statement</bdi></a>, <bdi>مصدر</bdi>, 2 February 2026. ");
});

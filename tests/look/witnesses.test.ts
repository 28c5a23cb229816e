import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Refusals, Witnesses } from "@/components/trust/checkpoints/witnesses";
import { logStatusOf, type WitnessStatus } from "@/lib/domain/log/log-status";
import { WITNESS_FAULTS } from "@/lib/domain/log/witness";

const NOW = "2026-01-07T18:00:00.000Z";
const LAST = { origin: "log", size: 1_204, root: "", note: "", sealedAt: NOW };

function said(given: Partial<WitnessStatus>, checkpoint = LAST): string {
  const witness: WitnessStatus = {
    ...{
      name: "witness.example/w",
      key: "key",
      size: 1_204,
      cosignedAt: "2026-01-07T17:59:00.000Z",
      fault: null,
    },
    ...{ refusedAt: null, refusedSize: null },
    ...given,
  };
  const log = {
    entries: 1_204,
    unsealed: 0,
    unsealedSince: null,
    keys: [],
    copies: [],
    fault: null,
    faultSize: null,
  };
  const { witnesses } = logStatusOf({ ...log, witnesses: [witness], now: NOW }, checkpoint, {
    waitedMs: 0,
    clocks: { databaseAheadMs: 0, movedMs: 0, aheadFrom: null },
    ahead: [],
  });
  const props = { witnesses, since: (at: string) => `at ${at.slice(0, 10)}` };
  return [Refusals, Witnesses].map((part) => renderToStaticMarkup(createElement(part, props))).join("");
}

test("a witness is named with what it signed last, and when", () => {
  expect(said({})).toBe(
    '<ul class="plain"><li>Cosigned by witness.example/w: entry 1,204, at 2026-01-07.</li></ul>',
  );
});

test("a witness isn't late while the log is quiet, but is if the log has grown without it", () => {
  const longAgo = { cosignedAt: "2026-01-01T00:00:00.000Z" };
  expect(said(longAgo)).toContain("Cosigned by");
  expect(said(longAgo, { ...LAST, size: 1_205 })).toContain("has signed nothing for more than a day");
});

test("each reason not to sign has a text, next to what was signed last", () => {
  for (const fault of WITNESS_FAULTS.filter((one) => one !== "inconsistent")) {
    const words = said({ fault, refusedSize: 9 });
    expect(words).toContain("witness.example/w does not sign: ");
    expect(words).not.toContain("witnesses.why");
    expect(words).toContain("It last signed entry 1,204");
  }
  expect(said({ fault: "unknown-log", size: null, cosignedAt: null })).toContain("It has never signed.");
});

test("a refusal is an alarm, and is still mentioned once the witness signs again", () => {
  const refused = { refusedAt: "2026-01-05T00:00:00.000Z", refusedSize: 1_100 };
  const alarm = said({ ...refused, fault: "inconsistent" });
  expect(alarm).toMatch(
    /^<p class="notice border-l-blocked bg-blocked-tint">witness.example\/w refuses to sign: a checkpoint of 1,100 entries.*It last signed entry 1,204/,
  );
  const since = said(refused);
  expect(since).not.toContain("notice");
  expect(since).toContain("refused a checkpoint of 1,100 entries at 2026-01-05, and has signed since");
});

test("a log without a witness is shown as such", () => {
  const words = renderToStaticMarkup(createElement(Witnesses, { witnesses: [], since: () => "" }));
  expect(words).toContain("No witness signs this log");
});

"use client";
import { useEffect, useRef } from "react";
import { fillIn } from "@/components/form/fill";
import { noticeLook } from "@/components/ui/looks";
import { textAt } from "@/lib/i18n/text-at";
import { Glyph, type GlyphName } from "@/components/ui/marks/glyph";
import { StatusMark, type Family } from "@/components/ui/marks/mark";
import { Section } from "@/components/ui/page/section";
import { says, type Said, type Verdict } from "@/lib/verifier/verify.mjs";
import type { VerifyWords } from "./words";

const LOOKS: Record<string, [GlyphName, Family]> = {
  ok: ["true", "done"],
  bad: ["blocked", "blocked"],
  unknown: ["unknown", "waiting"],
  skipped: ["unknown", "waiting"],
  note: ["unknown", "neutral"],
};
const HEADS = ["ok", "bad", "unknown", "note"];
const NOTICES = [noticeLook("done"), noticeLook("blocked"), noticeLook(), noticeLook()];

/** The worst finding comes first. Takes the focus when it appears. */
export function CheckOutcome({ verdict, words }: { verdict: Verdict; words: VerifyWords }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const { exit, steps, proven, unproven } = verdict;
  const { outcome } = words;
  // Other notes say what isn't proven; they are no reason for this outcome.
  const wrong = steps.filter(
    ({ step, outcome: found }) => found === HEADS[exit] && (exit !== 3 || step === "authority"),
  );
  const reference = String(steps.find(({ step }) => step === "export")?.params["reference"] ?? "");
  const [glyph, family] = LOOKS[HEADS[exit] ?? ""] ?? ["unknown", "neutral"];
  return (
    <section className="verdict mt-6 max-w-240" aria-labelledby="verdict">
      <div className={NOTICES[exit]}>
        <h2 id="verdict" tabIndex={-1} ref={head}>
          <Glyph name={glyph} size={20} className={`text-${family}`} /> {fillIn(outcome[exit], { reference })}
        </h2>
        {exit === 0 ? null : (
          <ul>
            {wrong.map((step) => (
              <li key={step.step}>
                <Sentence said={step} words={words} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {exit === 0 || exit === 3 ? (
        <>
          <Saids id="proven" title={outcome.proven} saids={proven} words={words} />
          <Saids id="unproven" title={outcome.unproven} saids={unproven} words={words} />
        </>
      ) : null}
      <Section id="checks" title={outcome.checks} aside={<p>{outcome.checksNote}</p>}>
        <table className="ledger stack">
          <caption className="sr-only">{outcome.checks}</caption>
          <thead>
            <tr>
              <th scope="col">{outcome.check}</th>
              <th scope="col">{outcome.result}</th>
              <th scope="col">{outcome.found}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => {
              const [mark, family] = LOOKS[step.outcome] ?? ["unknown", "neutral"];
              return (
                <tr key={step.step}>
                  <th scope="row">{textAt(words.step, step.step)}</th>
                  <td data-l={outcome.result}>
                    <StatusMark glyph={mark} family={family} strong>
                      {words.mark[step.outcome]}
                    </StatusMark>
                  </td>
                  <td data-l={outcome.found} className="wrap-anywhere">
                    <Sentence said={step} words={words} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Section>
    </section>
  );
}

function Saids({
  id,
  title,
  saids,
  words,
}: {
  id: string;
  title: string;
  saids: readonly Said[];
  words: VerifyWords;
}) {
  return (
    <Section id={id} title={title}>
      <ul className="list-disc pl-5">
        {saids.map((said) => (
          <li className="wrap-anywhere mb-2 max-w-[76ch]" key={said.code}>
            <Sentence said={said} words={words} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A reference is not broken across lines. */
function Sentence({ said, words }: { said: Said; words: VerifyWords }) {
  const parts = says(said, words.said).split(/([A-Z]{2,5}(?:-[0-9]+)+)/);
  return parts.map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      <span key={i} className="whitespace-nowrap">
        {part}
      </span>
    ),
  );
}

"use client";
import { useEffect, useState } from "react";
import { Glyph } from "@/components/ui/marks/glyph";
import { load } from "@/lib/client/send";
import type { Handling } from "@/lib/domain/pledge/pledge-fields";
import { fillIn } from "@/components/form/fill";
import { ReferenceLink } from "@/components/ui/link-to";
import type { PledgeFormWords, FormOptions } from "./options";

interface Existing {
  reference: string;
  title: string;
  handling: Handling;
}

/** Shows the participant's other pledges on that priority: this may be evidence for one of them. */
export function ExistingHint({
  participant,
  priority,
  options,
  words,
}: {
  participant: string;
  priority: string;
  options: FormOptions;
  words: PledgeFormWords;
}) {
  const cell = participant && priority ? `${participant}-${priority}` : "";
  const [found, setFound] = useState<{ cell: string; items: Existing[] }>({ cell: "", items: [] });

  useEffect(() => {
    if (!cell) return;
    const stop = new AbortController();
    void load(`/pledges?participant=${participant}&priority=${priority}&limit=5`, stop.signal).then(
      (sent) => {
        if (sent.ok && !stop.signal.aborted) setFound({ cell, items: sent.value.items });
      },
    );
    return () => stop.abort();
  }, [cell, participant, priority]);

  const items = found.cell === cell ? found.items : [];
  if (items.length === 0) return <div role="status" />;
  const name = options.participants.find(({ value }) => value === participant)?.label ?? participant;
  return (
    <div
      role="status"
      className="duplicate flex gap-2.5 mb-4 px-3.5 py-2.5 border-y border-r border-l-4 border-y-rule border-r-rule border-l-neutral"
    >
      <Glyph name="quality" className="text-neutral" />
      <div>
        <b>
          {fillIn(items.length === 1 ? words.hintOne : words.hintMany, {
            participant: name,
            count: items.length,
          })}
        </b>
        <ul>
          {items.map((item) => (
            <li key={item.reference}>
              <ReferenceLink href={`/pledges/${item.reference}`}>{item.reference}</ReferenceLink> {item.title}
              {item.handling === "COALITION" ? ` ${words.coalitionOnly}` : ""}.{" "}
              <a href={`/pledges/${item.reference}/evidence`}>{words.addAsEvidence}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

import { FieldChanges } from "@/components/pledges/changes/changes";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { translator } from "@/lib/i18n/translator";
import type { ShownEvent } from "./shown-event";

const t = translator("audit");

/** Field by field, in the words of a pledge's activity. */
export function WhatChanged({
  told: { changes, wished },
  isNew,
  facts,
}: {
  told: ShownEvent;
  /** The record is new: there is no value before. */
  isNew: boolean;
  /** Facts of what conditions in it name. */
  facts: LeafFacts;
}) {
  return (
    <>
      <section className="sec" aria-labelledby="changed">
        <header>
          <h2 id="changed">{t(isNew ? "entry.recordedAs" : "entry.changed")}</h2>
        </header>
        {changes.length === 0 ? <p className="text-muted">{t("entry.sameRecord")}</p> : null}
        <FieldChanges changes={changes} facts={facts} wished={isNew} />
      </section>
      {wished.length === 0 ? null : (
        <section className="sec" aria-labelledby="asked">
          <header>
            <h2 id="asked">{t("entry.asked")}</h2>
          </header>
          <FieldChanges changes={wished} facts={facts} wished />
        </section>
      )}
    </>
  );
}

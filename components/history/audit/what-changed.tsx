import { FieldChanges } from "@/components/pledges/changes/changes";
import { Section } from "@/components/ui/page/section";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { translator } from "@/lib/i18n/translator";
import type { ShownEvent } from "./shown-event";

const t = translator("audit");

/** Field by field, in the words of a pledge's activity. */
export function WhatChanged({
  event: { changes, proposed },
  isNew,
  facts,
}: {
  event: ShownEvent;
  /** The record is new: there is no value before. */
  isNew: boolean;
  /** Facts about the leaves of conditions in it. */
  facts: LeafFacts;
}) {
  return (
    <>
      <Section data-short="" id="changed" title={t(isNew ? "entry.recordedAs" : "entry.changed")}>
        {changes.length === 0 ? <p className="text-muted">{t("entry.sameRecord")}</p> : null}
        <FieldChanges changes={changes} facts={facts} proposed={isNew} />
      </Section>
      {proposed.length === 0 ? null : (
        <Section id="asked" title={t("entry.asked")}>
          <FieldChanges changes={proposed} facts={facts} proposed />
        </Section>
      )}
    </>
  );
}

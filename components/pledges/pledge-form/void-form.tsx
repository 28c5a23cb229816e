"use client";
import { ConflictComparison } from "@/components/form/comparison";
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useRecord } from "@/components/form/use-record";
import type { PledgeFormWords } from "./options";
import { fillIn } from "@/components/form/fill";
import { leaveWith, type StepWay } from "../stage-form/proposed";
import { StepWayNote } from "../stage-form/way-note";

interface Props {
  reference: string;
  version: number;
  /** Whether the pledge is made void at once. */
  way: StepWay;
  /** A proposal that was sent back. */
  resubmission: { id: string; reason: string } | null;
  title: string;
  words: PledgeFormWords;
  names: Readonly<Record<string, string>>;
}

/** Voiding concerns the whole pledge, so any change by others meanwhile is shown first. */
export function VoidForm({ reference, version, way, resubmission, title, words, names }: Props) {
  const page = `/pledges/${reference}`;
  const form = useRecord<VoidDraft, { version: number }>({
    words,
    name: `void-${reference}${resubmission ? `-${resubmission.id}` : ""}`,
    read: { version },
    path: page,
    toDraft: (read) => ({ pledge: read.version, reason: "" }),
    body: ({ pledge }) => ({ pledge }),
    start: { pledge: "void", reason: resubmission?.reason ?? "" },
    request: (_changes, { reason }) => ({
      method: "POST",
      path: `${page}/void`,
      body: reason.trim() === "" ? {} : { reason: reason.trim() },
    }),
    names: { ...names, pledge: words.wholePledge },
    onSaved: (saved, said) =>
      leaveWith({ page }, saved, said, { what: words.voidProposed, done: words.voidSaid, words }),
  });
  if (form.against) {
    const { fields } = form.against.conflict;
    const changed = fields.flatMap((field) => names[field] ?? []).join(", ");
    return (
      <ConflictComparison
        {...form.against}
        textOf={(_clash, value) =>
          value === "void" ? words.void : fillIn(words.keepIt, { fields: changed })
        }
        words={words}
        mayEnter={false}
      />
    );
  }
  return (
    <FormFrame
      {...form.frame}
      title={title}
      submit={way === "propose" ? words.proposeVoid : words.void}
      cancelHref={page}
      danger
    >
      <StepWayNote way={way} words={words} />
      <TextControl {...form.fieldOf("reason")} required label={words.voidReason} rows={3} />
    </FormFrame>
  );
}

interface VoidDraft {
  /** The version that the user saw, or `void`. */
  pledge: number | "void";
  reason: string;
}

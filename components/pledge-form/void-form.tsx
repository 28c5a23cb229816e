"use client";
import { Comparison } from "@/components/form/comparison";
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { leaveTo } from "@/components/form/told";
import { useRecord } from "@/components/form/use-record";
import type { Words } from "@/components/form/words";
import { fill } from "@/components/form/fill";

interface Props {
  account: string;
  reference: string;
  version: number;
  title: string;
  words: Words;
  names: Readonly<Record<string, string>>;
}

/** Voiding is about the whole pledge: whatever others changed meanwhile is looked at before. */
export function VoidForm({ account, reference, version, title, words, names }: Props) {
  const page = `/pledges/${reference}`;
  const form = useRecord<VoidDraft, { version: number }>({
    words,
    account,
    name: `void-${reference}`,
    read: { version },
    path: page,
    take: (read) => ({ pledge: read.version, reason: "" }),
    body: ({ pledge }) => ({ pledge }),
    start: { pledge: "void" },
    wish: (_changes, { reason }) => ({
      method: "POST",
      path: `${page}/void`,
      body: reason.trim() === "" ? {} : { reason: reason.trim() },
    }),
    names: { ...names, pledge: words.wholePledge ?? "" },
    onSaved: (_saved, said) => leaveTo(page, said),
  });
  if (form.against) {
    const { fields } = form.against.conflict;
    const changed = fields.flatMap((field) => names[field] ?? []).join(", ");
    return (
      <Comparison
        against={form.against}
        textOf={(_clash, value) =>
          value === "void" ? (words.void ?? "") : fill(words.keepIt, { fields: changed })
        }
        words={words}
        onChoose={form.choose}
        onBack={form.back}
        mayEnter={false}
      />
    );
  }
  return (
    <FormFrame
      {...form.frame}
      title={title}
      submit={words.void ?? ""}
      cancelHref={page}
      danger
      className="lform max-w-3xl"
    >
      <TextControl
        errors={form.errors}
        errorPrefix={words.errorPrefix ?? ""}
        path="reason"
        label={words.voidReason ?? ""}
        value={form.draft.reason}
        onChange={(reason) => form.set({ reason })}
        rows={3}
      />
    </FormFrame>
  );
}

interface VoidDraft {
  /** The version that is looked at, or `void`. */
  pledge: number | "void";
  reason: string;
}

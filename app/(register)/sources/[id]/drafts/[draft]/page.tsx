import { DraftForm } from "@/components/pledges/passages/drafts/draft-form";
import { typedDraft } from "@/components/pledges/passages/drafts/rows";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { textIn } from "@/lib/domain/base/sentences";
import { whyNotDraft } from "@/lib/domain/passages/pledge-draft";
import { translator } from "@/lib/i18n/translator";
import { loadDraft } from "@/lib/pledges/drafts/queries";
import { loadSource } from "@/lib/pledges/sources/queries";
import { loadForm } from "../../../../pledges/form";
import { RefusedAndNoted } from "../../../../refused";
import { titled } from "../../../../../titled";
import type { PageOf } from "../../../../search";

const t = translator("drafts");

export const generateMetadata = titled(() => t("edit"));

export default async function EditDraftPage({ params }: PageOf<"id" | "draft">) {
  const [{ actor, at }, { id, draft: name }] = await Promise.all([requireActorPage(), params]);
  const page = `/sources/${id}/drafts`;
  const [draft, source, form] = await Promise.all([
    loadDraft(actor, name),
    loadSource(actor, id, at),
    loadForm(actor, at),
  ]);
  if (!draft.ok) return <RefusedAndNoted refusal={draft.refusal} home={page} />;
  if (!source.ok) return <RefusedAndNoted refusal={source.refusal} home={page} />;
  const why = draft.value.source === id ? whyNotDraft(actor, draft.value) : "not-found";
  const code = why ?? (draft.value.state === "OPEN" ? null : "already-there");
  if (code !== null) return <RefusedAndNoted refusal={{ code }} home={page} />;
  const { content, version } = draft.value;
  const { span, words, conditions, repeats } = content;
  const quote = textIn(source.value.text ?? "", span);
  return (
    <>
      <PageHead title={t("edit")} />
      <blockquote className="quote mb-4" lang={source.value.language}>
        {quote}
      </blockquote>
      <DraftForm
        id={name}
        version={version}
        content={{ span, words, conditions, repeats }}
        typed={typedDraft(actor, content)}
        quote={quote}
        page={page}
        options={form.options}
        words={{ ...form.words, edit: t("edit"), save: t("save") }}
      />
    </>
  );
}

import { pledgeDraftOf, type Draft } from "@/components/pledges/pledge-form/draft";
import { EditForm } from "@/components/pledges/pledge-form/edit-form";
import { pledgeNames } from "@/components/pledges/pledge-form/names";
import { OpenProposal, SentBack } from "@/components/pledges/stage-form/open-proposal";
import { changeable } from "@/components/pledges/stage-form/resubmission";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { isId } from "@/lib/domain/base/id";
import { isBinding, type Pledge } from "@/lib/domain/pledge/pledge";
import { VALUE_FIELDS } from "@/lib/domain/pledge/pledge-fields";
import { translator } from "@/lib/i18n/translator";
import { textOf, type PageOf, type Search } from "../../../search";
import { loadForm } from "../../form";
import { loadReturned, type Returned } from "../returned";
import { loadForEditing } from "../details";
import { draftFromRow } from "./from-row";
import { titled } from "../../../../titled";

const t = translator("pledge-form");

export const generateMetadata = titled<PageOf<"reference">>(async ({ params }) => t("edit", await params));

export default async function EditPledgePage({ params, searchParams }: PageOf<"reference">) {
  const { actor, at } = await requireActorPage();
  const [{ reference }, search] = await Promise.all([params, searchParams]);
  const about = { wish: "change", concerns: reference } as const;
  const [details, form, returned] = await Promise.all([
    loadForEditing(actor, reference, at),
    loadForm(actor, at),
    loadReturned(actor, textOf(search.proposal), about),
  ]);
  const { proposal } = details;
  const fromRow = await draftFromRow(actor, details, search);
  return (
    <div className="max-w-4xl">
      <PageHead title={t("edit", { reference })} />
      {proposal?.status === "OPEN" && isBinding(details) ? (
        <OpenProposal {...{ proposal, reference }} />
      ) : null}
      {returned ? <SentBack proposal={returned} /> : null}
      <EditForm
        pledge={details}
        title={t("edit", { reference })}
        names={pledgeNames()}
        resubmission={
          returned
            ? { id: returned.id, draft: proposedDraft(returned, details) }
            : (sameSuggested(details, search) ?? fromRow)
        }
        {...form}
      />
    </div>
  );
}

/** A line marked as the same as another, where the link suggests it. */
function sameSuggested(pledge: Pledge, search: Search): { id: string; draft: Partial<Draft> } | null {
  const [line, contribution, of] = [textOf(search.line), textOf(search.same), textOf(search.of)];
  if (line === null || contribution === null || of === null || !isId(contribution)) return null;
  const { contributions } = pledgeDraftOf(pledge);
  if (!PLEDGE_REFERENCE.test(of) || !contributions.some(({ id }) => id === line)) return null;
  const sameAs = { pledge: of, contribution };
  return {
    id: contribution,
    draft: { contributions: contributions.map((one) => (one.id === line ? { ...one, sameAs } : one)) },
  };
}

const PLEDGE_REFERENCE = /^[A-Z]{2,4}-[1-5]-\d{3,9}$/;

/** The proposal's values for the fields that it changes. */
function proposedDraft({ wish, reason }: Returned<"change">, pledge: Pledge): Partial<Draft> {
  const changes = changeable(wish.changes, pledge) ?? {};
  const proposed = pledgeDraftOf({ ...pledge, ...changes });
  const texts = VALUE_FIELDS.filter((field) => field in changes).map((field) => [field, proposed[field]]);
  return {
    ...(Object.fromEntries(texts) as Partial<Draft>),
    ...(changes.jointWith ? { jointWith: proposed.jointWith } : {}),
    ...(changes.onBehalfOf ? { onBehalfOf: proposed.onBehalfOf } : {}),
    ...(changes.contributions ? { contributions: proposed.contributions } : {}),
    reason,
  };
}

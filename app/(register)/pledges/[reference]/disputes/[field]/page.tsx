import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { notFound } from "next/navigation";
import { RulingForm } from "@/components/pledges/rulings/ruling-form";
import { formOptions, pledgeFormWords } from "@/components/pledges/pledge-form/options";
import { saidField } from "@/components/pledges/rulings/said-as";
import { valueWords } from "@/components/pledges/changes/value-words";
import { recordedWords } from "@/components/pledges/changes/recorded-words";
import { RulingWords } from "@/components/pledges/rulings/rulings";
import { leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { mayDecide } from "@/lib/domain/people/actor";
import { EVIDENCE_FIELDS, type Evidence } from "@/lib/domain/pledge/evidence";
import { contradicts, disputed, rulingOn, sidesOf } from "@/lib/domain/proposals/ruling";
import type { Json } from "@/lib/domain/base/canonical";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import { concealed } from "@/lib/domain/pledge/sealed";
import { fieldWords } from "@/lib/i18n/words/domain-words";
import { labelled, quotedWords } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import { ReferenceLink } from "@/components/ui/link-to";
import { loadForEditing } from "../../details";
import { titled } from "../../../../../titled";
import type { PageOf } from "../../../../search";

const t = translator("pledge-form");
const domain = translator("domain");

export const generateMetadata = titled<PageOf<"reference" | "field">>(async ({ params }) =>
  t("rulingTitle", { field: fieldWords((await params).field).toLowerCase() }),
);

export default async function RulingPage({ params }: PageOf<"reference" | "field">) {
  const [{ actor, at }, { reference, field: name }] = await Promise.all([requireActorPage(), params]);
  const field = EVIDENCE_FIELDS.find((one) => one === name);
  if (field === undefined) notFound();
  const details = await loadForEditing(
    actor,
    reference,
    at,
    ({ voided }) => voided === null && mayDecide(actor),
  );
  const sides = sidesOf(details.evidence, field);
  if (!sides.some(contradicts)) notFound();
  const ruling = rulingOn(details.rulings, field);
  const isOpen = disputed(details.evidence, details.rulings).some((piece) => piece.field === field);
  const known = formOptions([], []);
  const options = { ...known, quantityKinds: known.quantityKinds.filter(({ value }) => value !== "SEALED") };
  const title = t("rulingTitle", { field: fieldWords(field).toLowerCase() });
  // Everyone reads the finding, so the text it starts with has no sealed number.
  const record = recordedWords(concealed(details), field) ?? t("noClaim");
  return (
    <>
      <PageHead title={title} />
      <p className={leadLook("mb-4")}>
        <ReferenceLink href={`/pledges/${reference}#disputes`}>{reference}</ReferenceLink>
        <CoalitionMark reference={reference} /> {details.title}
      </p>
      {ruling ? <RulingWords ruling={ruling} isOpen={isOpen} /> : null}
      <p className="mb-4">{t("rulingText")}</p>
      <RulingForm
        reference={reference}
        field={field}
        supersedes={ruling?.id ?? null}
        title={title}
        sides={[
          { value: "record", label: t("recordStands"), meaning: record, finding: record, against: false },
          ...sides.map(sideOf),
        ]}
        said={saidField(field, details.contributions, lineName, options)}
        options={options}
        words={pledgeFormWords()}
      />
    </>
  );
}

const lineName = ({ kind, quantity }: Contribution): string =>
  labelled(
    domain(`contributionKind.${kind}`),
    valueWords("contributions.quantity", concealed(quantity) as unknown as Json),
  );

function sideOf({ id, claims, supports, reliability, credibility, kind, source }: Evidence) {
  const claimed = claims ?? t("noClaim");
  const grade = `${reliability} ${String(credibility)}`;
  return {
    value: id,
    label: quotedWords(claimed),
    meaning: t("sideMeaning", {
      kind: domain(`evidenceKind.${kind}`),
      grade,
      publisher: source.title ?? source.publisher,
      side: domain.ofCode("supports", supports),
    }),
    finding: claims ?? "",
    against: !supports,
  };
}

import { participantRoles, participantWords } from "@/components/people/participants/form-words";
import { ParticipantForm } from "@/components/people/participants/participant-form";
import { participantNameOf } from "@/components/people/participants/view";
import { PageHead } from "@/components/ui/page/page-head";
import { RefusedAndNoted } from "../../../refused";
import { requireActorPage } from "@/lib/auth/page";
import { mayKeepPeople } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { loadParticipantNamed } from "../view";
import type { PageOf } from "../../../search";
import { titled } from "../../../../titled";

const t = translator("participants");

export const generateMetadata = titled<PageOf<"code">>(async ({ params }) => {
  const participant = await loadParticipantNamed((await params).code);
  return participant.ok ? t("editTitle", { name: participantNameOf(participant.value) }) : t("title");
});

export default async function EditParticipantPage({ params }: PageOf<"code">) {
  const [{ actor }, { code }] = await Promise.all([requireActorPage(), params]);
  const home = `/participants/${code}`;
  if (!mayKeepPeople(actor)) return <RefusedAndNoted refusal={{ code: "role" }} home={home} />;
  const found = await loadParticipantNamed(code);
  if (!found.ok) return <RefusedAndNoted refusal={found.refusal} home={home} />;

  const { version, names, role, joinedOn, leftOn } = found.value;
  const title = t("editTitle", { name: participantNameOf(found.value) });
  return (
    <>
      <PageHead title={title} />
      <ParticipantForm
        participant={{ code, version, names, role, joinedOn, leftOn }}
        title={title}
        roles={participantRoles()}
        words={participantWords()}
      />
    </>
  );
}

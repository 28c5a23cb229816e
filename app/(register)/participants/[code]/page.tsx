import { Markup } from "@/components/ui/page/markup/markup";
import { ParticipantApprovals } from "@/components/people/participants/approvals";
import { ParticipantFacts } from "@/components/people/participants/facts";
import { ParticipantOpenItems } from "@/components/people/participants/open-items";
import { ParticipantPositions } from "@/components/people/participants/positions";
import { ParticipantTop } from "@/components/people/participants/top";
import { participantNameOf } from "@/components/people/participants/view";
import { holds, mayKeepPeople, mayReadRegister } from "@/lib/domain/people/actor";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { loadDesks } from "@/lib/people/people/queries";
import { FindingsOn } from "../../findings-on";
import { QuestionsOn } from "../../questions-on";
import { loadQuestionContext } from "../../unresolved/question-context";
import { readAt } from "../../read-at";
import { RefusedAndNoted } from "../../refused";
import { WatchOn } from "../../watch-on";
import { loadParticipantNamed, loadParticipantView } from "./view";
import type { PageOf } from "../../search";
import { titled } from "../../../titled";

const t = translator("participants");

export const generateMetadata = titled<PageOf<"code">>(async ({ params }) => {
  const participant = await loadParticipantNamed((await params).code);
  return participant.ok ? participantNameOf(participant.value) : t("title");
});

export default async function ParticipantPage({ params }: PageOf<"code">) {
  const [{ actor, viewer, at, moment }, { code }] = await Promise.all([readAt(), params]);
  const reads = mayReadRegister(actor);
  const [participant, desks] = await Promise.all([loadParticipantNamed(code), loadDesks(actor, at)]);
  const home = `/participants/${code}`;
  if (!participant.ok) return <RefusedAndNoted refusal={participant.refusal} home={home} />;
  const loaded = reads ? await loadParticipantView(actor, code, at) : null;
  if (loaded && !loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home={home} />;
  const today = registerDay(moment);
  const questionContext = loaded ? await loadQuestionContext(actor, loaded.value.items, { at, today }) : null;

  return (
    <>
      <ParticipantTop
        actor={actor}
        participant={participant.value}
        reads={reads}
        mayEdit={mayKeepPeople(viewer)}
        today={today}
        actions={reads ? <WatchOn topic={{ kind: "participant", key: code }} /> : null}
      />
      <div className="cols max-xl:gap-8 max-md:gap-0 max-xl:grid-cols-[minmax(0,1fr)_280px] max-md:grid-cols-1">
        <div>
          {loaded ? (
            <>
              <ParticipantPositions
                participant={participant.value}
                pledges={loaded.value.pledges}
                named={loaded.value.named}
                mayLog={holds(viewer, code)}
              />
              <Markup>
                <ParticipantApprovals approvals={loaded.value.approvals} />
              </Markup>
              <Markup>
                <ParticipantOpenItems
                  participant={participant.value}
                  items={loaded.value.items}
                  questionContext={questionContext}
                  today={today}
                />
              </Markup>
            </>
          ) : (
            <section className="section">
              <p>{t("notForRole")}</p>
            </section>
          )}
        </div>
        <div className="side pt-8 max-md:contents">
          <Markup>
            <ParticipantFacts
              participant={participant.value}
              desks={desks.ok ? desks.value : []}
              today={today}
            />
          </Markup>
          <QuestionsOn participant={code} />
          <FindingsOn about={{ kind: "participant", key: code }} />
        </div>
      </div>
    </>
  );
}

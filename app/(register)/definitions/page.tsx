import { Bars } from "@/components/definitions/bars";
import { Changes } from "@/components/definitions/changes";
import { Conditions } from "@/components/definitions/conditions";
import { Deliveries } from "@/components/definitions/deliveries";
import { EvidenceKinds, Grades } from "@/components/definitions/evidence";
import { Keystones } from "@/components/definitions/keystones";
import { Lists } from "@/components/definitions/lists";
import { Participants, Priorities } from "@/components/definitions/priorities";
import { Completeness, Quantities } from "@/components/definitions/quantities";
import { Roles } from "@/components/definitions/roles";
import { Contents } from "@/components/definitions/section";
import { Requirements } from "@/components/definitions/requirements";
import { RegisterSettings } from "@/components/definitions/settings";
import { Stages, Steps } from "@/components/definitions/stages";
import { Unresolved } from "@/components/definitions/unresolved";
import { requireActorPage } from "@/lib/auth/page";
import { translator } from "@/lib/i18n/translator";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { titled } from "../../titled";

const t = translator("definitions");

export const generateMetadata = titled(() => t("title"));

export default async function DefinitionsPage() {
  const [settings] = await Promise.all([loadSettings(), requireActorPage()]);
  return (
    <>
      <div className="head">
        <h1>{t("title")}</h1>
      </div>
      <p className="lead">{t("lead")}</p>
      <div className="cols">
        <div>
          <Priorities />
          <Participants />
          <Bars />
          <Stages />
          <Steps />
          <EvidenceKinds />
          <Grades />
          <Unresolved />
          <Conditions />
          <Keystones />
          <Changes />
          <Requirements />
          <Quantities />
          <Deliveries />
          <Completeness />
          <Lists />
          <Roles />
          <RegisterSettings settings={settings} />
        </div>
        <div className="side">
          <Contents />
        </div>
      </div>
    </>
  );
}

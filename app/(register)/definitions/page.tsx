import { Bars } from "@/components/workspace/definitions/bars";
import { Changes } from "@/components/workspace/definitions/changes";
import { Conditions } from "@/components/workspace/definitions/conditions";
import { Deliveries } from "@/components/workspace/definitions/deliveries";
import { EvidenceKinds, Grades } from "@/components/workspace/definitions/evidence";
import { Keystones } from "@/components/workspace/definitions/keystones";
import { Lists } from "@/components/workspace/definitions/lists";
import { Participants, Priorities } from "@/components/workspace/definitions/priorities";
import { Completeness, Quantities } from "@/components/workspace/definitions/quantities";
import { Roles } from "@/components/workspace/definitions/roles";
import { Contents } from "@/components/workspace/definitions/section";
import { Requirements } from "@/components/workspace/definitions/requirements";
import { RegisterSettings } from "@/components/workspace/definitions/settings";
import { Stages, Steps } from "@/components/workspace/definitions/stages";
import { Unresolved } from "@/components/workspace/definitions/unresolved";
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

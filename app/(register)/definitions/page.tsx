import { Markup } from "@/components/ui/page/markup/markup";
import { leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { BarsDefinition } from "@/components/workspace/definitions/bars";
import { ChangesDefinition } from "@/components/workspace/definitions/changes";
import { ConditionsDefinition } from "@/components/workspace/definitions/conditions";
import { DeliveriesDefinition } from "@/components/workspace/definitions/deliveries";
import { EvidenceKinds, Grades } from "@/components/workspace/definitions/evidence";
import { KeystonesDefinition } from "@/components/workspace/definitions/keystones";
import { ListsDefinition } from "@/components/workspace/definitions/lists";
import { Participants, PrioritiesDefinition } from "@/components/workspace/definitions/priorities";
import { CompletenessDefinition, QuantitiesDefinition } from "@/components/workspace/definitions/quantities";
import { RolesDefinition } from "@/components/workspace/definitions/roles";
import { Contents } from "@/components/workspace/definitions/section";
import { RequirementsDefinition } from "@/components/workspace/definitions/requirements";
import { SettingsDefinition } from "@/components/workspace/definitions/settings";
import { StagesDefinition, Steps } from "@/components/workspace/definitions/stages";
import { UnresolvedDefinition } from "@/components/workspace/definitions/unresolved";
import { WhatMattersDefinition } from "@/components/workspace/definitions/what-matters";
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
      <PageHead title={t("title")} />
      <p className={leadLook()}>{t("lead")}</p>
      <div className="cols max-xl:gap-8 max-md:gap-0 max-xl:grid-cols-[minmax(0,1fr)_280px] max-md:grid-cols-1">
        <Markup>
          <div>
            <PrioritiesDefinition />
            <Participants />
            <BarsDefinition />
            <StagesDefinition />
            <Steps />
            <EvidenceKinds />
            <Grades />
            <UnresolvedDefinition />
            <ConditionsDefinition />
            <KeystonesDefinition />
            <WhatMattersDefinition />
            <ChangesDefinition />
            <RequirementsDefinition />
            <QuantitiesDefinition />
            <DeliveriesDefinition />
            <CompletenessDefinition />
            <ListsDefinition />
            <RolesDefinition />
            <SettingsDefinition settings={settings} />
          </div>
        </Markup>
        <Markup>
          <div className="side pt-8 max-md:contents">
            <Contents />
          </div>
        </Markup>
      </div>
    </>
  );
}

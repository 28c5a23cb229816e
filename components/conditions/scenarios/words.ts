// Words of the forms about scenarios: the browser gets only these.
import { currentMessages } from "@/lib/i18n/translator";

export type ScenarioWords = ReturnType<typeof scenarioWords>;

export const scenarioWords = () => ({
  ...currentMessages().form,
  ...currentMessages().scenarios.form,
});

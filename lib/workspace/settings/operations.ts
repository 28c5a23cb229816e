import { one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { mayKeepPeople, mayReadPeople } from "@/lib/domain/people/actor";
import { presentSettings, settings } from "@/lib/workspace/settings/answers";
import { changeSettings } from "@/lib/workspace/settings/commands";
import { loadSettingsWithOrigins } from "@/lib/workspace/settings/queries";
import { settingsChanges } from "@/lib/workspace/settings/schema";

export const settingsOperations = [
  operation({
    method: "GET",
    path: "/settings",
    summary: "Get the settings",
    may: mayReadPeople,
    answer: one(settings, presentSettings),
    run: ({ actor }) => loadSettingsWithOrigins(actor),
  }),
  operation({
    method: "PATCH",
    path: "/settings",
    summary: "Change the settings",
    may: mayKeepPeople,
    version: "required",
    body: settingsChanges,
    answer: one(settings, presentSettings),
    run: ({ actor, version, body }) => changeSettings(actor, { ifMatch: version, changes: body }),
  }),
];

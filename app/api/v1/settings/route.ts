import { mayKeepPeople, mayReadPeople } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { versionRequired } from "@/lib/http/conditions";
import { methods, route } from "@/lib/http/route";
import { settingsJson } from "@/lib/http/settings-json";
import { changeSettings } from "@/lib/workspace/settings/commands";
import { loadSettingsWithOrigins } from "@/lib/workspace/settings/queries";
import { settingsChanges } from "@/lib/workspace/settings/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ may: mayReadPeople }, ({ actor }) => loadSettingsWithOrigins(actor), record(settingsJson)),
  PATCH: route(
    { may: mayKeepPeople, version: versionRequired, body: settingsChanges },
    ({ actor, at, version, body }) => changeSettings(actor, { ifMatch: version, changes: body }, at),
    record(settingsJson),
  ),
});

import { answerReturn } from "@/lib/auth/sign-in/single-sign-on/single-sign-on-routes";
import { publicRoute } from "@/lib/http/public-route";
import { bindAwaiting, bindByLink, bindOwn } from "@/lib/people/identities/commands";
import { applySignInGroups } from "@/lib/people/sign-in-groups/apply";
import { noteNewDevice } from "@/lib/people/people/devices";

/** The provider sends people back here. */
export const GET = publicRoute((request) => answerReturn(request, BINDERS, noteNewDevice));

const BINDERS = {
  awaiting: bindAwaiting,
  own: bindOwn,
  byLink: bindByLink,
  applyGroups: applySignInGroups,
};

import { answerLogout } from "@/lib/auth/sign-in/single-sign-on/logout";
import { publicRoute } from "@/lib/http/public-route";
import { signOutByProvider } from "@/lib/people/identities/commands";

/** Called by the provider's server, not by a browser. */
export const POST = publicRoute((request) => answerLogout(request, signOutByProvider));

import { answerStart } from "@/lib/auth/sign-in/single-sign-on/single-sign-on-routes";
import { publicRoute } from "@/lib/http/public-route";

/** Redirects to the provider: to sign in, or to bind an account to a person's identity there. */
export const GET = publicRoute(answerStart);

import { answerStart } from "@/lib/auth/sign-in/single-sign-on/single-sign-on-routes";
import { publicRoute } from "@/lib/http/public-route";

/** To the provider: to sign in, or to bind an account to somebody's identity there. */
export const GET = publicRoute(answerStart);

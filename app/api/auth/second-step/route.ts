import { answerSecondStep } from "@/lib/auth/second-factor/second-factor-routes";
import { publicRoute } from "@/lib/http/public-route";
import { noteNewDevice } from "@/lib/people/people/devices";
import { setSecondFactor } from "@/lib/people/people/second-factor";

/** The code after the password; only then is there a session. */
export const POST = publicRoute((request) => answerSecondStep(request, setSecondFactor, noteNewDevice));

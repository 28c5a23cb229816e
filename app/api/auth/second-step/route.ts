import { answerSecondStep } from "@/lib/auth/second-factor/second-factor-routes";
import { openDoor } from "@/lib/http/open-door";
import { setSecondFactor } from "@/lib/people/people/second-factor";

/** The code after the password; only then is there a session. */
export const POST = openDoor((request) => answerSecondStep(request, setSecondFactor));

import { answerSecondStep } from "@/lib/auth/second-factor/second-factor-routes";
import { openDoor } from "@/lib/http/open-door";
import { setSecondFactor } from "@/lib/people/people/second-factor";

/** A code for whoever has said the password; only then there is a session. */
export const POST = openDoor((request) => answerSecondStep(request, setSecondFactor));

import { answerAuth } from "@/lib/auth/sign-in/auth-routes";
import { publicRoute } from "@/lib/http/public-route";
import { noteNewDevice } from "@/lib/people/people/devices";

const answer = publicRoute<{ nextauth: string[] }>((request, { nextauth }) =>
  answerAuth(request, nextauth, noteNewDevice),
);

export { answer as GET, answer as POST, answer as PUT, answer as PATCH, answer as DELETE };

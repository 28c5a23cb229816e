import { refuse } from "@/lib/domain/base/refusal";
import { publicRoute } from "@/lib/http/public-route";

/** Nothing below /api is a page. */
const answer = publicRoute(() => Promise.resolve(refuse("not-found")));

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};

import { metricsAnswer } from "@/lib/http/health/metrics";
import { publicRoute } from "@/lib/http/public-route";
import { refuse } from "@/lib/domain/base/refusal";
import { ok } from "@/lib/domain/base/result";

export const dynamic = "force-dynamic";

export const GET = publicRoute(async (request) => {
  const answer = await metricsAnswer(request.headers.get("authorization"));
  return answer ? ok(answer) : refuse("not-found");
});

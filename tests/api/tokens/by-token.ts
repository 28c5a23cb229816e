// Calls by a program: with a token, without cookies, from any site.
import type { Answered, Method, Sent, TestApi, Who } from "../../support/api";

export interface MadeToken {
  number: number;
  token: string;
}

export async function tokenOf(api: TestApi, who: Who, scope: object = {}): Promise<MadeToken> {
  const { status, body } = await api.call(who, "POST", "/me/tokens", {
    body: { name: "Nightly copy", days: 30, ...scope },
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body as unknown as MadeToken;
}

export const byToken = (
  api: TestApi,
  token: string,
  method: Method,
  path: string,
  sent: Sent = {},
): Promise<Answered> =>
  api.call(null, method, path, {
    ...sent,
    headers: { authorization: `Bearer ${token}`, "sec-fetch-site": "cross-site", ...sent.headers },
  });

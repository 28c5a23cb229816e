// A real OpenID provider on this machine, as a ministry has one. It asks for a name alone; what it says of each person, the test decides.
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import Provider, { type Context } from "oidc-provider";

export interface KnownThere {
  email?: string;
  email_verified?: boolean;
  groups?: string[];
  /** What their sign-in is worth, where that is asked. */
  acr?: string;
}

export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** By their `sub`, which is also the name that they type. */
  people: Map<string, KnownThere>;
  close: () => Promise<void>;
}

interface Client {
  /** Of the register. */
  home: string;
  port: number;
}

const CLIENT = { clientId: "register", clientSecret: "a secret between the two of them" };

export async function openIdentityProvider({ home, port }: Client): Promise<IdentityProvider> {
  const issuer = `http://localhost:${port}`;
  const people = new Map<string, KnownThere>();
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [`${home}/api/auth/callback/oidc`],
        backchannel_logout_uri: `${home}/api/auth/backchannel-logout`,
        backchannel_logout_session_required: true,
      },
    ],
    findAccount: (_context: Context, id: string) => ({
      accountId: id,
      claims: () => {
        const { acr: _acr, ...claims } = people.get(id) ?? {};
        return { sub: id, ...claims };
      },
    }),
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      });
      grant.addOIDCScope("openid email groups");
      await grant.save();
      return grant;
    },
    acrValues: ["one-factor", "two-factors"],
    claims: { openid: ["sub"], email: ["email", "email_verified"], groups: ["groups"] },
    scopes: ["openid", "email", "groups"],
    conformIdTokenClaims: false,
    interactions: { url: (_context: Context, { uid }: { uid: string }) => `/who/${uid}` },
    cookies: { keys: ["a key of the provider"] },
    // Its own guard lets nothing be sent to this machine, where the register is.
    fetch: (url: string, { dispatcher: _guard, ...options }: RequestInit & { dispatcher?: unknown }) =>
      fetch(url, options),
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
  });
  const others = provider.callback();
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/who/")) void askWho(provider, people, request, response);
    else others(request, response);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return { issuer, ...CLIENT, people, close: () => closed(server) };
}

/** A page with one field; a name typed there is signed in, if the provider knows it. */
async function askWho(
  provider: Provider,
  people: ReadonlyMap<string, KnownThere>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await provider.interactionDetails(request, response);
  if (request.method === "GET") {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html lang="en"><title>The ministry</title><h1>The ministry</h1><form method="post">
       <label>Name <input name="name"></label> <button>Continue</button></form></html>`,
    );
    return;
  }
  let body = "";
  for await (const chunk of request) body += String(chunk);
  const accountId = new URLSearchParams(body).get("name") ?? "";
  const known = people.get(accountId);
  const { acr = "two-factors" } = known ?? {};
  const result = known ? { login: { accountId, acr } } : { error: "access_denied" };
  await provider.interactionFinished(request, response, result);
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

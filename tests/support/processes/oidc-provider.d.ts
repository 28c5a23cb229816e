// The part of oidc-provider that is used: it comes without types.
declare module "oidc-provider" {
  import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

  export interface Account {
    accountId: string;
    claims: (use: string, scope: string) => Record<string, unknown>;
  }
  interface Grant {
    addOIDCScope: (scope: string) => void;
    save: () => Promise<string>;
  }
  export interface Context {
    oidc: { client: { clientId: string }; session: { accountId: string } };
  }
  interface Interaction {
    uid: string;
    params: Record<string, string | undefined>;
  }
  export default class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    readonly Grant: new (given: { clientId: string; accountId: string }) => Grant;
    callback(): RequestListener;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Record<string, unknown>,
    ): Promise<void>;
  }
}

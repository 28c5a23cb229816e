// Who somebody is to a provider of single sign-on. The pair never changes and is never given to anybody else; an e-mail address is.
export interface Identity {
  issuer: string;
  subject: string;
}

/** What the provider said of the person who came back from it. */
export interface ProvenIdentity extends Identity {
  /** Null: none, or the provider hasn't verified it. */
  verifiedEmail: string | null;
}

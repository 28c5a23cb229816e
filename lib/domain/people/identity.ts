// A person at a provider of single sign-on. The pair never changes or passes to someone else; an address may.
export interface Identity {
  issuer: string;
  subject: string;
}

/** What the provider said of the person who came back from it. */
export interface ProvenIdentity extends Identity {
  /** Null: none, or the provider hasn't verified it. */
  verifiedEmail: string | null;
}

// Words that say what a clause does: a language's table. Each value is a pattern without anchors; alternatives only.
export interface CueWords {
  /** "will", "undertakes to": they need a verb of `verbs` behind them. */
  will: string;
  may: string;
  willNot: string;
  /** What a participant does when it pledges, in the form that follows the words above. */
  verbs: string;
  /** Words that may come between the two: "also", "together". */
  between: string;
  /** Whole cues, which need no verb: "enverra", "is sending", "announces". */
  wills: string;
  mays: string;
  refuses: string;
  /** What was done already, and what others are asked to do: the clause is no pledge. */
  done: string;
  asks: string;
  /** "reaffirms": what follows repeats an earlier pledge. */
  repeats: string;
  /** "as announced in March": the clause it is in repeats one. */
  asBefore: string;
  /** Before a verb's bare form that goes on with the last cue: "and", ", ". */
  and: string;
  /** The speaker: "we", "our country". */
  we: string;
  /** The subject of the clause before: "it", "the government". */
  same: string;
  /** After an adjective of nationality, these act for the state: "government", "armed forces". */
  offices: string;
  /** Before a name that is no subject: "to", "against". */
  prepositions: string;
  together: string;
  behalf: string;
  respectively: string;
}

import type { CueWords } from "./cue-words";

const ANNOUNCED = "announced|pledged|promised|offered|committed|unveiled";
const NOUNS =
  "pledges?|commitments?|offers?|promises?|contributions?|readiness|intention|decision|undertakings?|announcements?";

export const ENGLISH_CUES: CueWords = {
  will: [
    "(?:we|I|they|it|he|she|you)'(?:ll|d be (?:ready|prepared|willing|glad|happy) to|(?:re|m|s) (?:ready|prepared|willing|going) to)|will|shall|'ll|'d be (?:ready|prepared|willing|glad|happy) to|(?:is|are|am|was|were|stands?|remains?|would be) (?:also |now )?(?:ready|prepared|willing|glad|happy) to|offers? to|(?:has |have )?offered (?:instead )?to|(?:its|our|their|his|her) (?:readiness|willingness) to|proposes? to|(?:is|are|am) (?:going |determined |set |due )?to|intends? to|plans? to",
    "(?:has |have )?(?:decided|agreed|pledged|promised|committed(?: itself| themselves| ourselves)?|undertaken|undertook|vowed) to",
    "(?:pledge|promise|undertake|agree|vow)s? to|commits? (?:itself |ourselves |themselves )?to|(?:its|our|their) (?:intention|decision|commitment|pledge) to|would",
  ].join("|"),
  may: "could|may|might|can|(?:is|are|am) (?:also )?(?:able|open) to|(?:is|are) in a position to|hopes? to|wants? to|wishes to|would (?:like|consider|think about|look at)(?: to)?|aims? to|seeks? to|(?:does|do|did|will|would) not (?:rule out|exclude)(?: that it (?:will|would|could))?",
  willNot: [
    "(?:will|shall|would|could|can|may) (?:not|never|neither)|won't|shan't|wouldn't|cannot|can't|couldn't",
    "(?:do|does|did) not (?:intend|plan|wish|want|propose|expect) to|(?:has|have) no (?:plans?|intention) (?:to|of)",
    "(?:is|are|was|were|am) (?:not|un)(?: | ?)(?:ready|prepared|willing|able|going|planning|in a position) to|(?:refuse|decline)[sd]? to|(?:has|have) (?:decided|chosen) not to|decided not to|will no longer|rules? out|ruled out|ruling out|(?:is|are) against|excludes?|opposes?",
  ].join("|"),
  verbs: [
    "be (?:also )?(?:sent|provided|delivered|deployed|supplied|donated|transferred|trained|allocated|made available|set aside|added|handed over|stationed|based|funded|financed|contributed|committed|spent|given|disbursed|paid|hosted|spent|established|set up|reinstated|restored|imposed|lifted|built|opened|based|put|placed|assigned|dedicated|devoted|sold|bought|purchased|procured|produced|used|directed|channelled|released|unlocked|raised|increased|doubled|extended|evaluated|considered|presented|launched|moved|flown|treated|dispatched|earmarked|invested|shipped|offered)",
    "send(?:ing)?|provid(?:e|ing)|deliver(?:ing)?|deploy(?:ing)?|contribut(?:e|ing)|supply(?:ing)?|donat(?:e|ing)|give|giving|train(?:ing)?|fund|finance|financing|allocate|commit|earmark|transfer(?:ring)?|host(?:ing)?|lead|offer|station(?:ing)?|mak(?:e|ing) available|make a(?:n additional| further)? contribution|make|set aside|setting aside|join(?:ing)?|tak(?:e|ing) part|participat(?:e|ing)|pay|invest|spend|ship|hand(?:ing)? over|dispatch|dedicate|devote|assign|place|put|base|equip|build|produce|share|open|cover|second|support|help|field|mobili[sz]e|assume|set up|run|restore|reinstate|re-?impose|impose|put forward|introduce|lift|raise|serve|operate|form|assist|supplement|top up|strengthen|reinforce|renew|rotate|prolong|expand|secure|staff|man|fly|escort|rebuild|treat|receive|accept|take in|take over|test|develop|design|manufacture|work|go(?: towards?)?|do|continue|become|have|evaluat(?:e|ing)|become involved|be(?=ing)|give|extend|add|increase|double|coordinate|patrol|police|clear|sweep|monitor|protect|maintain|keep|repair|release|unlock|disburse|lend|purchase|buy|procure|co-?produce|establish|guard|command|step up",
    "continue (?:to|with) (?:coordinate|send|provide|supply|train|deliver|fund|finance|support|host|share|contribute|lead)",
  ].join("|"),
  between:
    "well|yet|even|still|one day|actively|therefore|thus|instead|again|in the coming \\p{L}+|in principle|if needed|also|each|both|all|together|jointly|now|then|further|additionally|in addition|soon|again|itself|themselves|ourselves|only|first|immediately|be|start|begin|help|to|later|this (?:year|month|week)|next (?:year|month|week)|in turn|likewise|separately|respectively|\\p{L}+ly|for (?:its|their|our) part",
  wills: [
    "(?:is|are|am) (?:now |also |hereby |today )?(?:sending|providing|delivering|deploying|contributing|supplying|donating|giving|allocating|committing|earmarking|transferring|setting aside|making available|announcing|pledging|offering|adding|increasing)",
    "(?:announce|pledge|commit|promise|contribute|earmark|allocate|donate|provide|send|deploy|devote|dedicate|add|give|supplie)s|sets aside|makes available|offers|puts forward",
    `(?:has |have )?(?:also )?(?:${ANNOUNCED}|earmarked|allocated|set aside|approved|dedicated|budgeted|made available)`,
    "(?<=(?:we|I) (?:also |now |today |hereby |can |will |therefore )?)(?:announce|pledge|commit|offer|promise|provide|contribute|send|donate|allocate)",
    "(?:has|have) (?:today |now |also |just )?(?:agreed|approved|decided on)(?! to)|propos(?:es|ed) that",
    "(?:can|(?:is|are|am) (?:pleased|proud|happy|able|glad) to) (?:today )?announce",
  ].join("|"),
  mays: "(?:(?:is|are|am) (?:also |still |now |currently )?|, )?(?:considering|examining|exploring|weighing|studying|looking (?:at|into)|reviewing|discussing)|(?:is|are) (?:also )?(?:open to|ready to (?:consider|discuss|examine|explore|look at|study))|considers?|envisages?|(?:would|will|may|might|could|can) (?:also )?(?:consider|examine|explore|look (?:at|into)|study|discuss|evaluate|be (?:evaluated|considered|examined|extended|envisaged))|(?:would )?gives? consideration to|(?:would|will) give consideration to|(?:does|do|did) not (?:rule out|exclude)",
  refuses:
    "there is no question of|(?:it is|it's|it would) not (?:be )?(?:appropriate|possible|planned|realistic|right) (?:to|for)|(?:no|not a single) [^,.;:]{1,50} will (?:be \\p{L}+|\\p{L}+)|no (?:boots|troops|soldiers|forces|weapons|missiles)(?= )|(?:(?:is|are) |(?:there (?:is|are) )?(?:has|have )?)no (?:plans?|intention) (?:to|for|of)|(?:is|are) not (?:envisaged|planned|foreseen|on the table|under consideration|being considered|an option)|(?:is|are) (?:ruled out|out of the question)|it is out of the question|(?:do|does) not (?:send|provide|supply|deliver|deploy|give|export|offer)|(?:will|would) not (?:be|become) (?:a )?part of|(?:will|would) not be(?! \\p{L}+ing)|(?:sends?|deploys?|provides?|offers?|contributes?|will send|will provide|will deploy|would send|sees?) (?:no|neither)|will (?:not )?take no part|(?:no|not) (?=[^,.;]{1,40} will be (?:sent|deployed|provided))",
  done: "(?:has|have|had) (?:already |so far |to date |since )?(?:delivered|sent|provided|trained|donated|deployed|supplied|transferred|handed over|spent|given|contributed|received|hosted|paid|built|disbursed|helped)|(?:delivered|sent|provided|trained|donated|supplied|transferred|handed over|received|arrived|reached|gave|contributed|spent|deployed|paid|hosted)|(?:was|were|(?:has|have|had) been) (?:already )?(?:delivered|sent|provided|trained|donated|deployed|supplied|transferred|handed over|spent|given|paid|disbursed)",
  asks: "wish(?:es)? that|(?:call(?:s|ed|ing)?|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|invit(?:e|es|ed|ing)|encourag(?:e|es|ed|ing)|appeal(?:s|ed|ing)?|press(?:es|ed)?|challenge[sd]?) (?:up)?(?:on |to |for )?|expects?|expected|should|must|ought to|needs? to|needs|hopes? that|hoped|wishes|wants [^,.;]{1,40} to|demands?|requests?|requested|welcom(?:es|ed|e|ing)|thank(?:s|ed|ing)?|praised?",
  others:
    "is|are|was|were|has|have|had|does|did|will|said|says|told|noted|stressed|added|remains?|met|began|means|holds|keeps|faces?|fired|used|lost",
  repeats:
    `confirm(?:s|ed|ing)? (?:its|their|our|the) (?:earlier |previous |existing )?(?:${NOUNS})|` +
    "(?:has|have|had)? ?already (?:been )?(?:set aside|allocated|committed|earmarked|announced|pledged|promised|approved)|(?:re-?affirm|reiterate|re-?state|recall|repeat|re-?confirm|restat)(?:s|ed|d|ing)?|st(?:ands?|ood) by (?=its|their|our|the|every|what|that)|(?:remain|stay)(?:s|ed)? (?:firmly |fully )?committed to|(?:honou?r|uphold|fulfil|maintain|keep|respect)s? (?:its|their|our|the) (?:earlier |previous )?(?:pledge|commitment|promise|offer)s?",
  confirms: "confirm(?:s|ed|ing)?",
  asBefore: `as (?:was |were |has been |is |already |previously |earlier |first |it |we |had |has )*(?:${ANNOUNCED}|stated|declared|agreed|said|set out|reported|planned|envisaged|foreseen|scheduled|decided|provided for)|(?:first|originally|initially) (?:made|announced|given|set out|pledged) |which (?:was|were|had been) (?:announced|pledged|promised)|(?:is|are|was|were) (?:already known|nothing new|old news)|(?:already|previously|earlier|formerly|first) (?:${ANNOUNCED})|in line with (?:its|their|our|the) (?:earlier|previous)|(?:its|their|our|the) (?:earlier|previous|existing|known|standing) (?:${NOUNS})`,
  announced: `(?:${ANNOUNCED}|set out|agreed) (?:in|on|at|last|earlier|during|back|by it|before)`,
  and: ",? and (?:also |then |to |will |is to )?|, (?:also |then |to )?|; |or (?:to )?|as well as |,? while (?:also )?|but also ",
  joins:
    ";|:|,? (?:and|but|while|whereas|whilst|though|although) |, (?:which |who |whose |so |where )?| (?:that|which|who) | - | – | — ",
  we: "we|our (?:country|government|nation|armed forces|navy|army|air force|parliament)|I|my (?:country|government)|this government|Her Majesty's Government|His Majesty's Government",
  weForm: "^(?:we|I)'",
  same: "it|they|she|he|the (?:[\\p{L}]+ )?(?:government|ministry|minister|prime minister|president|chancellor|country|countries|nations|cabinet|two|three|four)|both(?: countries)?|each|the (?:former|latter)",
  denies: "neither|nor|none of (?:the|them|us)|no (?:country|ally|partner|government)",
  bothOf:
    "(?:the|our|these|all) (?:two|three|four|five|six|seven|eight) (?:countries|nations|states|governments|sides|allies|ministers)|both (?:countries|sides|nations|governments)|our (?:countries|nations|governments)|each of (?:the (?:two|three|four|five) (?:countries|states)|us|them)|the (?:two|three)(?= (?:will|would|also|are))",
  perhaps: "perhaps|possibly|maybe",
  strangers:
    "Russia|Moscow|the Kremlin|Belarus|China|Iran|North Korea|the enemy|the aggressor|partners|allies|others|other (?:countries|states|partners|allies|members|nations)|companies|industry|some of (?:you|us|them)|nobody|no one|none|everyone|experts?|analysts?|journalists?|media|nobody else",
  offices:
    "government|cabinet|parliament|army|navy|air force|armed forces|ministry|minister|prime minister|president|chancellor|defen[cs]e|foreign|side|delegation|federal|authorities|parliament|budget|premier|king",
  prepositions:
    "in|to|for|of|against|from|with|between|near|at|on|by|into|towards?|over|alongside|like|including|about|around|within|across|inside|outside|under|behind|thanked|told|via|through|than|visit(?:ed|ing)?",
  nameJoins:
    ",? (?:and|nor|as well as|together with|along with|alongside|jointly with)(?: also)?(?: the)? |, (?:the )?| & | / |/",
  together:
    "together|jointly|joint(?! (?:statement|declaration|press))|in common|between (?:them|us)|collectively|as a group|combined|a joint",
  each: "each|apiece|both",
  behalf: "(?:also )?(?:on behalf of|in the name of|speaking for|representing)",
  respectively: "respectively|in that order",
  history: "since (?:the|\\d|then|\\p{Lu})[^,.;]{0,30}|so far|to date|until now|over the (?:past|last)",
};

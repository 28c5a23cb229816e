// Where a condition ends.
/** What was said before; nothing else belongs to them: "under the same two conditions", "in that case". */
export const SAID_BEFORE =
  /(?:(?:under|on|subject to) (?:the same|those|these|both|identical|similar) (?:(?:two|three) )?(?:conditions?|terms|provisos?)|in (?:that|such an?|the same|this) (?:case|event|circumstances?)|(?:aux|dans les|sous les) mêmes (?:deux |trois )?conditions|(?:dans ce|dans le même|en pareil|dans un tel) cas|sous (?:la même|cette) réserve|à (?:la même|cette) condition|(?:на|за) (?:тих|цих|таких) (?:самих |же |же самих )?умов(?:ах)?|за (?:тієї|цієї) (?:ж|самої) умови|(?:у|в) (?:такому|цьому|тому)(?: ж| самому| ж самому)? (?:разі|випадку))(?![\p{L}])/iu;

export const COMPLETE = new RegExp(`^${SAID_BEFORE.source}`, "iu");

export const LIST =
  /^[^,;:.]{0,40}(?:conditions?|things|steps|elements|provisos|choses|éléments|préalables|умов\p{L}{0,3}|речі|речей|рішень|кроки)(?: [\p{L}']+){0,3} ?: /iu;

/** Words followed by a noun, not by a clause. */
export const BEFORE_NOUN =
  /^\P{L}*(?:(?:only|and|seulement|uniquement|лише|тільки|але) )*(?:after|following|upon|in (?:the event|case) of|après|dès|au lendemain|en cas|після|у разі|в разі|за таких обставин|from the|within|at the request|at (?:ukraine|kyiv)'s request|à la demande|suivant|dans les|від|з|із|протягом|на прохання|на запит|наступного дня)(?![\p{L}])/iu;

/** Words that still belong to the noun. */
export const GOES_ON =
  /^(?:['’]s)?[ -](?:(?:agreement|deal|accord|line|is|are|has|have|had|holds?|takes?|enters?|comes?|in (?:force|place|effect)|between|by|from|of|on|under|durable|du|de|des|d'|entre|sur|signé|est|sera|aura|soit|угод|між|від|з|на|буде|набуде|набере|набуло|у|в|й|росі|міжнародн|ради|оон|ради безпеки)(?![\p{L}])|угод|агресі|росі|ради|міжнародн|безпеки|and|et|та|і)/iu;

import { json } from "@/lib/http/answers";
import { meJson } from "@/lib/http/person-json";
import { methods, route } from "@/lib/http/route";
import { chooseLanguage } from "@/lib/people/people/language";
import { languageInput } from "@/lib/people/people/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route({ body: languageInput }, ({ actor, body }) => chooseLanguage(actor, body), json(meJson)),
});

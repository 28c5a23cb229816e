import { values } from "./cursor";

/** Multipliers of digits: abbreviations, and words of languages whose numerals aren't read. */
export const SHORT_SCALES = values({
  1e3: "k thousand thousands tsd tausend mille тис тисяч тисячі тисяча tys",
  1e6: "m mn mln mio mill million millions millionen milion milionów miljoen milioni млн мільйон мільйона мільйонів",
  1e9: "b bn bln mrd mld mia md billion billions milliard milliards milliarde milliarden miliard miliardów miljard miliardi млрд мільярд мільярда мільярдів",
  1e12: "tn trn trillion trillions трлн",
});

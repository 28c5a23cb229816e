// How a page asks for what it shows.
export {
  askTogether as askedTogether,
  askTogetherByKeys as askedTogetherByKeys,
} from "@/lib/db/sql/together";

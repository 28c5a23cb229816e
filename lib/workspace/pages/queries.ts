// How a page sends its queries.
export {
  askTogether as askedTogether,
  askTogetherByKeys as askedTogetherByKeys,
} from "@/lib/db/sql/together";

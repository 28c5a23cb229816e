// How a page asks for what it shows.
export { askTogether as askedTogether } from "@/lib/db/sql/together";

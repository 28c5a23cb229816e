import { PledgesOnPage } from "@/components/pledges/pledges/list";
import { NO_FACTS } from "@/lib/domain/conditions/leaf-facts";
import { memory } from "../memory";

export default function PledgesTwin() {
  const { actor, list, names, today } = memory();
  return (
    <PledgesOnPage
      found={list}
      view={list.view}
      facts={NO_FACTS}
      further={false}
      viewer={actor}
      {...{ names, today, actor }}
    />
  );
}

import { useQuery } from "@tanstack/react-query";
import { recordQuery } from "@/api/queries";
import { useText } from "@/i18n";

/** How often our forecasts for this owner held. */
export function RecordLine() {
  const t = useText();
  const { data } = useQuery(recordQuery);
  if (!data) return null;
  return (
    <p>{data.events ? t.plan.recordLine(data.participantsWithinRange, data.events) : t.plan.recordNone}</p>
  );
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { eventQuery, keepEvent, recommendationQuery } from "@/api/queries";
import type { Selection, SlotId } from "@/api/types";
import { say } from "@/components/ui/toast";
import { useText } from "@/i18n";
import { select } from "./api";

/** Choosing a plan makes an event of it, and there one goes on. */
export function useSelect(id: string | null) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const mutation = useMutation({
    mutationFn: (selection: Selection) => {
      if (!id) throw new Error("A plan can be chosen once it is kept.");
      return select(id, selection);
    },
    onSuccess: (event) => {
      keepEvent(client, event);
      client.invalidateQueries({ queryKey: ["history"] });
      if (id) client.invalidateQueries({ queryKey: recommendationQuery(id).queryKey });
      say(t.event.chosen);
      navigate(`/events/${event.id}`);
    },
  });
  return {
    choose: (option: SlotId, edits: Omit<Selection, "option"> = {}) => mutation.mutate({ option, ...edits }),
    choosing: mutation.isPending ? mutation.variables.option : null,
    waiting: mutation.isPaused,
    error: mutation.error,
  };
}

/** Whether the event made of a choice has begun: from then on no other plan can take its place. */
export function useHasBegun(eventId: string | null): boolean {
  const event = useQuery({ ...eventQuery(eventId ?? ""), enabled: eventId !== null });
  return event.data !== undefined && event.data.status !== "draft";
}

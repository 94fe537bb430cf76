import { useState } from "react";
import { useNavigate } from "react-router";
import type { AnsweredRequest, RegenerateReason } from "@/api/types";
import { Button } from "@/components/ui/Button";
import { Sheet } from "@/components/ui/Sheet";
import { useText } from "@/i18n";
import { startWriting } from "./planStream";
import styles from "./Regenerate.module.css";

const REASONS: readonly RegenerateReason[] = ["too-expensive", "not-us", "common", "other"];

/** Other plans, please. Asks why in one tap and never demands it. */
export function Regenerate({ id, request }: { id: string; request: AnsweredRequest }) {
  const t = useText();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);

  function again(reason: RegenerateReason | null) {
    setAsking(false);
    void startWriting({
      kind: "again",
      id,
      reason,
      request: {
        eventPurpose: request.eventPurpose,
        storeId: request.storeId ?? undefined,
        startDate: request.startDate,
        maxBudget: request.maxBudget ?? undefined,
        wish: request.wish ?? undefined,
      },
    });
    navigate("/plans/new");
  }

  return (
    <>
      <Button look="second" icon="refresh" onClick={() => setAsking(true)}>
        {t.plans.regenerate}
      </Button>
      <Sheet title={t.plans.regenerateTitle} opened={asking} onClose={() => setAsking(false)}>
        <p className="soft">{t.plans.regenerateLine}</p>
        <div className={styles.reasons}>
          {REASONS.map((reason) => (
            <Button key={reason} look="second" onClick={() => again(reason)}>
              {t.reasons[reason]}
            </Button>
          ))}
        </div>
      </Sheet>
    </>
  );
}

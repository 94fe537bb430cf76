import type { Kit } from "@/api/types";
import { Button } from "@/components/ui/Button";
import { say } from "@/components/ui/toast";
import { useLanguage, useText } from "@/i18n";
import { copyText } from "@/lib/copy";
import { addDays, spokenDate, spokenPeriod } from "@/lib/dates";
import type { PlanDraft } from "./planDraft";

/** Onto paper, or as words to whoever helps: the phone's own share sheet, else the clipboard. */
export function ShareButtons({ title, draft, kit }: { title: string; draft: PlanDraft; kit: Kit | null }) {
  const t = useText();
  const language = useLanguage();

  const text = [
    title,
    draft.startDate && draft.endDate && spokenPeriod(draft.startDate, draft.endDate, language),
    `${t.plans.prize}: ${draft.prize}`,
    `${t.plans.participation}: ${draft.participation}`,
    ...(kit?.steps.map((step) =>
      draft.startDate
        ? `${spokenDate(addDays(draft.startDate, step.day), language)} ${step.text}`
        : step.text,
    ) ?? []),
    kit?.staffScript && `“${kit.staffScript}”`,
  ]
    .filter(Boolean)
    .join("\n");

  async function share() {
    if (navigator.share) {
      // Closing the share sheet is no failure.
      await navigator.share({ title, text }).catch(() => undefined);
      return;
    }
    say((await copyText(text)) ? t.common.copied : t.common.copyFailed);
  }

  return (
    <div style={{ display: "flex", flexWrap: "wrap", gap: 10 }}>
      <Button look="second" icon="print" onClick={() => print()}>
        {t.plan.print}
      </Button>
      <Button look="second" icon="share" onClick={share}>
        {t.plan.share}
      </Button>
    </div>
  );
}

import { TextInput } from "@mantine/core";
import { Button } from "@/components/ui/Button";
import { grouped, MoneyInput } from "@/components/ui/MoneyInput";
import { useText } from "@/i18n";
import styles from "./CostItems.module.css";
import { type CostItem, LIMITS } from "./planDraft";
import { useMoneyWords } from "./words";

const MOST = 12;

type Props = { items: CostItem[]; change: (items: CostItem[]) => void };

/** Where the money goes, each line to be changed where it stands; the cost is always their sum. */
export function CostItems({ items, change }: Props) {
  const t = useText();
  const money = useMoneyWords();
  const sum = items.reduce((total, item) => total + item.amount, 0);
  const replace = (at: number, patch: Partial<CostItem>) =>
    change(items.map((item, index) => (index === at ? { ...item, ...patch } : item)));
  return (
    <div className={styles.costs}>
      <ul className={styles.items}>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line stays the same while its name is typed.
          <li key={index} className={styles.item}>
            {item.own ? (
              <TextInput
                size="md"
                aria-label={t.plan.costName}
                maxLength={LIMITS.item}
                value={item.name}
                onChange={(event) => replace(index, { name: event.currentTarget.value })}
              />
            ) : (
              <span>{item.name}</span>
            )}
            <MoneyInput
              look="bare"
              label={item.name || t.plan.costName}
              value={grouped(String(item.amount))}
              onChange={(_, won) => won !== null && replace(index, { amount: won })}
            />
          </li>
        ))}
      </ul>
      <p className={styles.sum}>
        <span>{t.plan.costSum}</span>
        <span className="figures">{money.exact(sum)}</span>
      </p>
      {items.length < MOST && (
        <Button
          look="plain"
          icon="plus"
          onClick={() => change([...items, { name: t.plan.costOther, amount: 0, own: true }])}
        >
          {t.plan.costAdd}
        </Button>
      )}
    </div>
  );
}
